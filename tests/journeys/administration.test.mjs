import assert from "node:assert/strict";
import { after, test } from "node:test";

import { accessibilityFaults, overflow } from "./lib/axe.mjs";
import { close, phone, picture, settled } from "./lib/browser.mjs";
import { answer, enter, peopleOfTheDemo } from "./lib/people.mjs";

after(close);

const people = peopleOfTheDemo();

function daysFromNow(days) {
  const day = new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  return day.split("-").reverse().join("/");
}

test("the administrator gives a role for a time, and the auditor finds it and verifies the chain", async () => {
  const { page, context, faults } = await enter("administrator");
  const reason = `Quyết định số ${Date.now()}`;

  await page.getByRole("link", { name: "Người dùng và quyền" }).click();
  await page.getByRole("searchbox", { name: /Tìm theo tên/u }).fill(people.civil_servant.login);
  const row = page.getByRole("row").filter({ hasText: people.civil_servant.login });
  const name = await row.getByRole("link").innerText();
  await row.getByRole("link").click();
  await page.getByRole("heading", { level: 1, name }).waitFor();
  await picture(page, "account");

  await page.getByRole("button", { name: "Giao vai trò" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("radio", { name: /Giám định viên năng lực/u }).check();
  await dialog.getByLabel("Từ ngày").fill(daysFromNow(30));
  await dialog.getByLabel("Đến trước ngày").fill(daysFromNow(120));
  await dialog.getByLabel("Lý do").fill(reason);
  await picture(page, "give-role", { fullPage: false });
  assert.deepEqual(await accessibilityFaults(page), []);
  await dialog.getByRole("button", { name: "Giao vai trò" }).click();

  const given = page.getByRole("row").filter({ hasText: reason });
  await given.waitFor();
  const words = await given.innerText();
  assert.match(words, /Chưa đến ngày/u);
  assert.ok(words.includes(daysFromNow(120)), words);

  await given.getByRole("button", { name: "Kết thúc vai trò" }).click();
  const ending = page.getByRole("dialog");
  await ending.getByLabel("Kết thúc từ ngày").fill(daysFromNow(31));
  await ending.getByLabel("Lý do").fill("Đã phân công người khác");
  await ending.getByRole("button", { name: "Kết thúc vai trò" }).click();
  await page.getByRole("row").filter({ hasText: daysFromNow(31) }).waitFor();
  assert.deepEqual(faults, []);
  await context.close();

  const auditor = await enter("auditor");
  await auditor.page.goto("/audit?act=grant.given");
  await auditor.page.getByRole("row", { name: /Giao vai trò/u }).first().waitFor();
  await auditor.page.getByRole("button", { name: "Xem", exact: true }).first().click();
  await auditor.page.getByText(reason).waitFor();
  await auditor.page.getByRole("button", { name: "Kiểm tra chuỗi" }).click();
  await auditor.page.getByText(/Chuỗi còn nguyên vẹn/u).waitFor();
  await picture(auditor.page, "audit");

  const saved = auditor.page.waitForEvent("download");
  await auditor.page.getByRole("button", { name: "Xuất CSV theo bộ lọc" }).click();
  assert.match((await saved).suggestedFilename(), /^audit-.*\.csv$/u);
  assert.deepEqual(auditor.faults, []);
  await auditor.context.close();
});

test("E49: an official sees who looked at their file, what was read and when", async () => {
  const official = await enter("civil_servant", { size: phone });
  const { person } = await answer(official.page, "/session");
  assert.ok(person, "the official has a staff record");

  const officer = await enter("hr_officer");
  const { name } = await answer(officer.page, "/session");
  await officer.page.goto(`/people/${person}`);
  await officer.page.getByRole("button", { name: "Xem thông tin cá nhân" }).click();
  await officer.page.getByText("Ngày sinh").waitFor();
  await officer.context.close();

  await official.page.goto("/my/data");
  const row = official.page.getByRole("row").filter({ hasText: name }).first();
  await row.waitFor();
  assert.match(await row.innerText(), /\d\d\/\d\d\/\d{4} \d\d:\d\d/u);
  assert.match(await row.innerText(), /Thông tin cá nhân/u);
  assert.ok((await overflow(official.page)) <= 0, "the page is wider than the screen");
  await picture(official.page, "my-data-phone");

  await official.page.getByRole("tab", { name: "Phiên đăng nhập" }).click();
  await official.page.getByText("Phiên này", { exact: true }).waitFor();
  assert.deepEqual(official.faults, []);
  await official.context.close();
});

test("a forgotten password needs two: who asked may not confirm", async () => {
  const { page, context } = await enter("administrator");
  await page.goto(`/accounts?q=${people.assessor.login}`);
  await page.getByRole("row").filter({ hasText: people.assessor.login }).getByRole("link").click();
  await page.getByRole("button", { name: "Yêu cầu khôi phục" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Lý do").fill("Quên mật khẩu, đã gặp trực tiếp");
  await dialog.getByRole("button", { name: "Yêu cầu khôi phục" }).click();
  await dialog.waitFor({ state: "hidden" });

  await page.goto("/recoveries");
  await page.getByText(/Người đã yêu cầu không được tự xác nhận/u).waitFor();
  assert.equal(await page.getByRole("button", { name: "Xác nhận và cấp mã" }).count(), 0);
  await picture(page, "recoveries");
  await page.getByRole("button", { name: "Rút yêu cầu" }).click();
  await page.getByRole("dialog").getByLabel("Lý do").fill("Đã nhớ lại mật khẩu");
  await page.getByRole("dialog").getByRole("button", { name: "Rút yêu cầu" }).click();
  await settled(page);
  await page.getByText("Không có yêu cầu khôi phục").waitFor();
  await context.close();
});
