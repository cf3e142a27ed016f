// What a planner does with frameworks: describes a competency of a draft, takes over a published
// role, corrects a requirement. What is taken over begins years from now, and what is corrected is
// put back, so that other journeys find what they know.
import assert from "node:assert/strict";
import { after, test } from "node:test";

import { accessibilityFaults } from "./lib/axe.mjs";
import { close, picture, settled } from "./lib/browser.mjs";
import { answer, enter } from "./lib/people.mjs";

after(close);

const frameworkOf = async (page) =>
  (await answer(page, "/frameworks")).items.find((each) => each.code === "demo-commune");
const draftOf = async (page) =>
  (await frameworkOf(page)).versions.find((each) => each.status === "draft");

test("a competency of a draft is described in both languages, and the draft keeps it", async () => {
  const { page, context, faults } = await enter("planner");
  const { versions } = await frameworkOf(page);
  if (!(await draftOf(page))) {
    await page.goto(`/frameworks/${versions[0].id}`);
    await page.getByRole("button", { name: "Soạn phiên bản mới" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Tên phiên bản").fill("Xem thử");
    await dialog.getByRole("button", { name: "Tạo dự thảo" }).click();
    await dialog.waitFor({ state: "hidden" });
  }
  const draft = await draftOf(page);
  const edit = async () => {
    await page.locator("summary").first().click();
    await page.getByRole("link", { name: /^Sửa /u }).first().click();
  };
  await page.goto(`/frameworks/${draft.id}`);
  await edit();
  const words = `Tìm, lọc và lưu thông tin, ${Date.now()}`;
  const field = page.getByLabel(/^Mô tả chung \(tiếng Việt\)/u);
  await field.fill(words);
  await settled(page);
  assert.deepEqual(await accessibilityFaults(page), []);
  await picture(page, "descriptors");
  await page.getByRole("button", { name: "Lưu vào dự thảo" }).click();
  await page.waitForURL((url) => url.pathname === `/frameworks/${draft.id}`);

  await edit();
  assert.equal(await field.inputValue(), words);
  assert.deepEqual(faults, []);
  await context.close();
});

async function choose(page, label, words) {
  await page.getByRole("combobox", { name: label }).click();
  if (words) await page.keyboard.type(words);
  await page.getByRole("option").first().click();
}

test("a published role is looked at, then taken over from a day to come", async () => {
  const { page, context, faults } = await enter("planner");
  await page.goto("/requirements");
  await page.getByRole("link", { name: "Lấy từ vai trò mẫu" }).click();
  await choose(page, /^Khung năng lực/u);
  await choose(page, /^Vai trò/u, "data");
  await choose(page, /^Bậc của vai trò/u);
  await choose(page, /^Áp dụng cho/u, "chuyen vien cao cap");
  await page.getByLabel(/^Có hiệu lực từ/u).fill("02/01/2035");
  await page.getByLabel(/^Số quyết định/u).fill("77/QĐ-UBND");
  await page.getByText(/^Thêm \d+ yêu cầu\./u).waitFor();
  await settled(page);
  assert.deepEqual(await accessibilityFaults(page), []);
  await picture(page, "adoption");
  await page.getByRole("button", { name: /^Ghi \d+ yêu cầu$/u }).click();
  await page.waitForURL((url) => url.pathname === "/requirements");

  await page.goto("/requirements?on=2035-01-03&reason=rank");
  const added = page.getByRole("row").filter({ hasText: "77/QĐ-UBND" });
  await added.first().waitFor();
  await page.goto("/requirements?reason=rank");
  await settled(page);
  assert.equal(await added.count(), 0);
  assert.deepEqual(faults, []);
  await context.close();
});

async function correct(page, row, { from, to, reason }) {
  await row.getByRole("button", { name: "Đính chính" }).click();
  const form = page.getByRole("dialog");
  const level = form.getByRole("combobox", { name: /^Bậc tối thiểu/u });
  assert.equal(await level.inputValue(), `${from}`);
  await level.click();
  await page.getByRole("option", { name: `${to}`, exact: true }).click();
  await form.getByText(/người thiếu|Số người thiếu/u).first().waitFor();
  await form.getByLabel(/^Lý do đính chính/u).fill(reason);
  await settled(page);
  if (to > from) {
    assert.deepEqual(await accessibilityFaults(page), []);
    await picture(page, "correction", { fullPage: false });
  }
  await form.getByRole("button", { name: "Ghi đính chính" }).click();
  await form.waitFor({ state: "hidden" });
  await row.getByText(`${to}/`, { exact: false }).first().waitFor();
}

test("a requirement recorded wrongly is corrected with a reason, and the correction corrected", async () => {
  const { page, context, faults } = await enter("planner");
  await page.goto("/requirements?reason=administrative_level");
  const row = page.getByRole("row").filter({ has: page.getByRole("button", { name: "Đính chính" }) }).first();
  await row.waitFor();
  const from = Number(/(\d)\/\d/u.exec(await row.innerText())[1]);

  await correct(page, row, { from, to: from + 1, reason: "Ghi nhầm bậc khi nhập." });
  await correct(page, row, { from: from + 1, to: from, reason: "Bậc đầu đúng theo quyết định." });

  assert.equal(Number(/(\d)\/\d/u.exec(await row.innerText())[1]), from);
  assert.deepEqual(faults, []);
  await context.close();
});
