// A rule edited on the screen changes results and names whose. The rule is then put back as it was.
import assert from "node:assert/strict";
import { after, test } from "node:test";

import { accessibilityFaults, overflow } from "./lib/axe.mjs";
import { close, picture, settled } from "./lib/browser.mjs";
import { answer, enter } from "./lib/people.mjs";

after(close);

// Held in one commune only, so that nobody else's journey meets another level.
const rule = "Trung bình có trọng số của bài đánh giá, cấp trên và tự đánh giá";

async function choose(page, field, option) {
  await page.getByRole("combobox", { name: field }).click();
  await page.getByRole("option", { name: option, exact: true }).click();
}

async function issue(page, decision) {
  await page.getByLabel("Số quyết định").fill(decision);
  await page.getByRole("button", { name: "Ban hành phiên bản mới" }).click();
  await page.getByText(`quyết định ${decision}.`).waitFor({ timeout: 60_000 });
}

test("E9: a rule edited on the screen recomputes the levels and shows who changed", async () => {
  const run = Date.now() % 100_000;
  const { page, context, faults } = await enter("planner");
  await page.getByRole("button", { name: "Quản trị", exact: true }).click();
  await page.getByRole("link", { name: "Quy tắc đánh giá" }).click();
  await page.getByText(/^\d+ quy tắc đang hiệu lực/u).waitFor();
  assert.ok((await page.getByRole("row").count()) > 3, "three rules at least");
  await picture(page, "rules");
  await page.getByRole("link", { name: rule }).first().click();
  await page.getByRole("heading", { level: 1, name: rule }).waitFor();
  await page.getByText(/người trong phạm vi, 0 bậc thay đổi/u).waitFor();

  await choose(page, "Cách kết hợp", "Bậc thấp nhất");
  const told = page.getByText(/người trong phạm vi, [1-9][\d.]* bậc thay đổi/u);
  await told.waitFor();
  const promised = /, ([\d.]+) bậc/u.exec(await told.innerText())[1];
  await page.getByRole("list", { name: "Ai thay đổi" }).getByRole("listitem").first().waitFor();
  await settled(page);
  assert.deepEqual(await accessibilityFaults(page), []);
  assert.ok((await overflow(page)) <= 0, "the page is wider than the screen");
  await picture(page, "rule-tried");

  await issue(page, `${run}/QĐ-A`);
  const report = page.getByRole("button", { name: new RegExp(`người, ${promised} bậc thay đổi`, "u") });
  await report.click();
  const changed = page.getByRole("list", { name: "Ai thay đổi" }).last().getByRole("listitem");
  await changed.first().waitFor();
  await picture(page, "rule-report");
  const { items } = await answer(page, "/rules");
  const now = items.find((each) => each.decision_number === `${run}/QĐ-A`);
  assert.equal(now.definition.combination, "lowest");

  await choose(page, "Cách kết hợp", "Trung bình có trọng số");
  await issue(page, `${run}/QĐ-B`);
  // The levels that changed with the one change back with the other: both reports are kept.
  await report.nth(1).waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});
