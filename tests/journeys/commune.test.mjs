// What the personnel officer of a commune reads off without asking anybody.
import assert from "node:assert/strict";
import { after, test } from "node:test";

import { close, picture, settled } from "./lib/browser.mjs";
import { enter } from "./lib/people.mjs";

after(close);

test("C7: 97 participations of a commune of 82 stand beside the people who took part", async () => {
  const { page, context, faults } = await enter("hr_officer");
  await page.getByRole("link", { name: "Chương trình", exact: true }).click();
  await page.getByText("lượt tham gia", { exact: true }).waitFor();
  const figure = async (words) => {
    const item = page.locator("dl > div").filter({ has: page.getByText(words, { exact: true }) });
    return Number(await item.locator("dd").innerText());
  };
  assert.equal(await figure("lượt tham gia"), 97);
  const people = await figure("người tham gia");
  assert.ok(people <= 82, `${people} people`);
  const [here, elsewhere, left] = [
    await figure("còn ở đây"),
    await figure("nay ở nơi khác"),
    await figure("đã thôi việc"),
  ];
  assert.equal(here + elsewhere + left, people);
  await settled(page);
  await picture(page, "programmes");
  assert.deepEqual(faults, []);
  await context.close();
});

test("E10: units that rate apart from tests or from others are named to whoever decides", async () => {
  const { page, context, faults } = await enter("approver");
  await page.getByRole("button", { name: "Hồ sơ", exact: true }).click();
  await page.getByRole("link", { name: "So sánh mức đánh giá" }).click();
  await page.getByText(/\d+ trên \d+ đơn vị cần xem lại/u).waitFor();
  const flagged = async () =>
    Number(/(\d+) trên/u.exec(await page.getByText(/đơn vị cần xem lại/u).innerText())[1]);
  const few = await flagged();
  await page.getByText("từ 0,5 bậc").click();
  await page.getByRole("row").nth(1).waitFor();
  await settled(page);
  assert.ok((await flagged()) >= few);
  await picture(page, "moderation");
  assert.deepEqual(faults, []);
  await context.close();
});
