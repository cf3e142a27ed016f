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
