// What a civil servant prepares for: chosen on a phone, seen as a list of its own, taken back. It
// leaves nothing behind.
import assert from "node:assert/strict";
import { after, test } from "node:test";

import { close, phone } from "./lib/browser.mjs";
import { answer, enter } from "./lib/people.mjs";

after(close);

test("E16: a civil servant chooses a target post, sees its own list of gaps and clears it", async () => {
  const { page, context, faults } = await enter("civil_servant", {
    size: phone,
  });
  await page.goto("/my/gaps");
  const present = await answer(page, "/me/gaps");
  await page.getByText(present.items[0].name).first().waitFor();

  await page.getByRole("tab", { name: "Vị trí hướng tới" }).click();
  await page.getByText("Chưa chọn vị trí hướng tới.").waitFor();
  await page
    .getByRole("combobox", { name: "Vị trí muốn hướng tới" })
    .click();
  await page.keyboard.type("truong phong");
  await page.getByRole("option", { name: "Trưởng phòng", exact: true }).click();
  await page.getByRole("button", { name: "Chọn vị trí này" }).click();
  const clear = page.getByRole("button", { name: "Bỏ chọn Trưởng phòng" });
  await clear.waitFor();
  const next = await answer(page, "/me/gaps?goal=next");
  assert.ok(next.items.length > 0);
  await page.getByText(next.items[0].name).first().waitFor();
  assert.notDeepEqual(
    next.items.map((gap) => [gap.competency, gap.required]),
    present.items.map((gap) => [gap.competency, gap.required]),
  );

  await page.getByRole("button", { name: "Hoàn tác" }).click();
  await clear.waitFor({ state: "detached" });
  assert.equal((await answer(page, "/me/gaps?goal=next")).items.length, 0);
  assert.deepEqual(faults, []);
  await context.close();
});
