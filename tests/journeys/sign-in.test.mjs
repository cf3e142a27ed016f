import assert from "node:assert/strict";
import { after, test } from "node:test";

import { accessibilityFaults } from "./lib/axe.mjs";
import { close, open, phone, picture } from "./lib/browser.mjs";
import { enter, peopleOfTheDemo } from "./lib/people.mjs";

after(close);

async function attempt(page, login, password) {
  await page.getByLabel("Tên đăng nhập hoặc thư công vụ").fill(login);
  await page.getByLabel("Mật khẩu", { exact: true }).fill(password);
  const reply = page.waitForResponse((each) => each.request().method() === "POST");
  await page.getByRole("button", { name: "Đăng nhập bằng mật khẩu" }).click();
  return (await reply).status();
}

test("guessing a password is slowed down after a few mistakes, and the page says for how long", async () => {
  // A name that nobody has: whoever guesses learns neither that nor more.
  const login = `khong.co.${Date.now()}`;
  const { page, context } = await open("/sign-in", { size: phone });
  const answers = [];
  for (let guess = 0; guess < 6; guess += 1) {
    answers.push(await attempt(page, login, `doan-mo-${guess}-lan`));
  }
  assert.deepEqual(answers, [401, 401, 401, 401, 401, 429]);
  await page.getByRole("alert").waitFor();
  assert.deepEqual(await accessibilityFaults(page), []);
  await picture(page, "sign-in-slowed");
  await context.close();
});

test("people see where they are signed in and end what they do not know", async () => {
  const here = await enter("civil_servant");
  const elsewhere = await enter("civil_servant", { size: phone });

  await here.page.goto("/my/data");
  await here.page.getByRole("tab", { name: "Phiên đăng nhập" }).click();
  await here.page.getByText("Phiên này", { exact: true }).waitFor();
  assert.ok((await here.page.getByRole("button", { name: "Kết thúc phiên" }).count()) >= 1);
  await picture(here.page, "my-sessions");
  await here.page.getByRole("button", { name: "Kết thúc mọi phiên khác" }).click();
  const asked = here.page.getByRole("dialog");
  await asked.getByRole("button", { name: "Kết thúc mọi phiên khác" }).click();
  await asked.waitFor({ state: "hidden" });
  assert.equal(await here.page.getByRole("button", { name: "Kết thúc phiên" }).count(), 0);

  await elsewhere.page.goto("/my/gaps");
  await elsewhere.page.getByRole("heading", { level: 1, name: "Đăng nhập" }).waitFor();
  assert.deepEqual(here.faults, []);
  await here.context.close();
  await elsewhere.context.close();
});

test("where a session ends, signing in opens over the page and what was typed is sent after it", async () => {
  const { page, context, faults } = await enter("civil_servant", { size: phone });
  const { login, password } = peopleOfTheDemo().civil_servant;
  await page.goto("/me/competencies");
  await page.getByRole("button", { name: "Góp ý" }).first().click();
  const form = page.getByRole("dialog", { name: /^Góp ý về/u });
  const words = `Đã học thêm một lớp, ${Date.now()}`;
  await form.getByRole("textbox").fill(words);

  await context.clearCookies();
  await form.getByRole("button", { name: "Gửi góp ý" }).click();
  const again = page.getByRole("dialog", { name: "Đăng nhập lại để làm tiếp" });
  await again.waitFor();
  assert.deepEqual(await accessibilityFaults(page), []);
  await picture(page, "sign-in-again");
  assert.equal(await again.getByLabel("Tên đăng nhập hoặc thư công vụ").inputValue(), login);
  await again.getByLabel("Mật khẩu", { exact: true }).fill(password);
  await again.getByRole("button", { name: "Đăng nhập bằng mật khẩu" }).click();
  await again.waitFor({ state: "hidden" });

  assert.equal(await form.getByRole("textbox").inputValue(), words);
  await form.getByRole("button", { name: "Gửi góp ý" }).click();
  await form.waitFor({ state: "hidden" });
  await page.getByText(words).first().waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});
