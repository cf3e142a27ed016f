import assert from "node:assert/strict";
import { after, test } from "node:test";

import {
  close,
  desktop,
  picture,
  settled,
} from "./lib/browser.mjs";
import { enter } from "./lib/people.mjs";

after(close);

test("F4 part: the planner sees the communes, forms a group and runs it again", async () => {
  const { page, context, faults } = await enter("planner", { size: desktop });
  await page.goto("/needs");
  await page.getByRole("grid").waitFor();
  const communes = page.getByRole("rowheader", { name: /(Xã|Phường) / });
  assert.equal(await communes.count(), 45);

  await page.locator('[data-place="1 0"]').click();
  await page.locator('[data-place="2 0"]').click();
  await page
    .getByText(/người chưa đạt/)
    .last()
    .waitFor();
  await settled(page);
  await picture(page, "needs-matrix", { fullPage: false });
  await page.getByRole("button", { name: "Lưu nhóm đối tượng" }).click();

  await page.getByRole("heading", { name: "Danh sách đã giữ" }).waitFor();
  await page.getByRole("button", { name: "Chạy lại" }).click();
  await page.getByRole("heading", { name: "Không có thay đổi" }).waitFor();
  await settled(page);
  await picture(page, "target-group");
  assert.deepEqual(faults, []);
  await context.close();
});

test("E14 part: a competency that counts more goes first, and posts are ranked by it too", async () => {
  const { page, context, faults } = await enter("planner", { size: desktop });
  await page.goto("/needs");
  await page.getByRole("link", { name: "xếp hạng nhu cầu" }).click();
  await page.getByRole("heading", { level: 1, name: "Xếp hạng nhu cầu" }).waitFor();
  const row = (index) => page.getByRole("row").nth(index);
  const third = await row(3).getByRole("rowheader").innerText();
  await row(3).getByRole("button", { name: /× 1/u }).click();
  await page.getByRole("combobox", { name: "Trọng số" }).click();
  await page.getByRole("option", { name: "9", exact: true }).click();
  await page.getByRole("button", { name: "Dùng trọng số này" }).click();
  await row(1).getByRole("button", { name: /× 9/u }).waitFor();
  assert.equal(await row(1).getByRole("rowheader").innerText(), third);
  await page.getByText("Vị trí việc làm", { exact: true }).click();
  await page.getByRole("columnheader", { name: "Vị trí việc làm" }).waitFor();
  await page.getByRole("rowheader", { name: "Văn phòng - thống kê" }).waitFor();
  await settled(page);
  await picture(page, "needs-ranking");
  assert.deepEqual(faults, []);
  await context.close();
});
