// A programme is drafted by a planner and approved by the leader. It raises one competency from
// nothing to its first level, which no other journey plans with.
import assert from "node:assert/strict";
import { after, test } from "node:test";

import { accessibilityFaults } from "./lib/axe.mjs";
import {
  close,
  desktop,
  picture,
  settled,
} from "./lib/browser.mjs";
import { enter } from "./lib/people.mjs";

after(close);

const title = "Làm quen với hồ sơ điện tử";
let address = "";

test("a programme is drafted with outcomes and cost norms, and nobody approves the own draft", async () => {
  const { page, context, faults } = await enter("planner", { size: desktop });
  await page.getByRole("link", { name: "Chương trình", exact: true }).click();
  await page.getByRole("button", { name: "Soạn chương trình" }).click();
  await page.getByLabel("Tên chương trình").fill(title);
  await page.getByLabel("Tên tiếng Anh").fill("First steps with electronic files");
  await page.getByLabel("Mã chương trình").fill("DB-HSDT");
  await page.getByLabel("Đơn vị thực hiện").fill("Trường Chính trị tỉnh");
  await page.getByRole("combobox", { name: "Thêm năng lực" }).click();
  await page.getByRole("option").first().click();
  await page.getByLabel("Chi phí một lớp").fill("12.000.000");
  await page.getByLabel("Chi phí một người").fill("150.000");
  await page.getByText("Một lớp đầy: 18 triệu đồng").waitFor();
  await page.getByRole("combobox", { name: "Thêm chương trình học trước" }).click();
  await page.getByRole("option").first().click();
  await settled(page);
  await picture(page, "programme-form");
  assert.deepEqual(await accessibilityFaults(page), []);
  await page.getByRole("button", { name: "Lưu dự thảo" }).click();

  await page.getByRole("heading", { level: 1, name: title }).waitFor();
  address = new URL(page.url()).pathname;
  await page.getByText("từ bậc 0 lên bậc 1").waitFor();
  assert.equal(await page.getByRole("button", { name: "Duyệt chương trình" }).count(), 0);
  await page.getByRole("button", { name: "Sửa dự thảo" }).click();
  await page.getByLabel("Mục tiêu").fill("Mở, ký và chuyển được hồ sơ điện tử.");
  await page.getByRole("button", { name: "Lưu dự thảo" }).click();
  await page.getByText("Mở, ký và chuyển được hồ sơ điện tử.").waitFor();
  await settled(page);
  await picture(page, "programme-draft");
  assert.deepEqual(faults, []);
  await context.close();
});

test("the leader finds the draft, approves it, and it stands in the catalogue unchanged", async () => {
  const { page, context, faults } = await enter("approver", { size: desktop });
  await page.goto("/programmes");
  await page.getByText(/\d dự thảo đang chờ/).waitFor();
  await page.getByRole("link", { name: new RegExp(title) }).click();
  await page.getByRole("button", { name: "Duyệt chương trình" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Duyệt", exact: true }).click();
  await page.getByText("Đã duyệt", { exact: true }).first().waitFor();
  assert.equal(await page.getByRole("button", { name: "Sửa dự thảo" }).count(), 0);
  await page.goto("/programmes");
  await page.getByRole("searchbox", { name: "Tìm chương trình" }).fill("ho so dien tu");
  await page.getByRole("rowheader", { name: title }).waitFor();
  const waiting = page.getByRole("listitem").filter({ hasText: title });
  assert.equal(await waiting.count(), 0);
  await settled(page);
  await picture(page, "programmes");
  assert.deepEqual(faults, []);
  await context.close();
});

test("an equivalence is recorded on both programmes, with the months it is valid", async () => {
  const { page, context, faults } = await enter("planner", { size: desktop });
  await page.goto(address);
  await page.getByRole("button", { name: "Ghi tương đương" }).click();
  const dialog = page.getByRole("dialog", { name: "Ghi tương đương" });
  await dialog.getByRole("combobox", { name: "Thay được cho chương trình" }).click();
  const other = page.getByRole("option", { name: /DB-/ }).first();
  const name = (await other.innerText()).replace(/, DB-.*/, "");
  await other.click();
  await dialog.getByLabel("Số tháng có giá trị").fill("24");
  await dialog.getByRole("button", { name: "Ghi tương đương" }).click();
  await dialog.waitFor({ state: "detached" });
  await page.getByText("chương trình này thay được, trong 24 tháng").waitFor();
  await page.getByRole("link", { name }).last().click();
  await page.getByText("thay được chương trình này, trong 24 tháng").waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});
