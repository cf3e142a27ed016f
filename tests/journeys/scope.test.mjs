import assert from "node:assert/strict";
import { after, test } from "node:test";

import { close, settled } from "./lib/browser.mjs";
import { answer, enter } from "./lib/people.mjs";

after(close);

const unitOf = (page) => new URL(page.url()).searchParams.get("scope");
const title = (page) => page.getByRole("heading", { level: 1 });

test("two tabs show two units, and a link shows the unit that it was copied from", async () => {
  const { page, context, faults } = await enter("planner");
  const { roles } = await answer(page, "/session");
  const province = roles[0].unit;
  const found = await answer(page, `/units?search=muong+ang&below=${province}`);
  const commune = found.items.find((each) => each.level === "commune").id;

  await page.goto("/needs");
  await page.waitForURL((url) => url.searchParams.get("scope") === province);
  const another = await context.newPage();
  await another.goto(`/needs?scope=${commune}`);
  await settled(another);
  const ofCommune = await title(another).innerText();
  assert.match(ofCommune, /Mường Ảng/u);

  await page.reload();
  await settled(page);
  assert.doesNotMatch(await title(page).innerText(), /Mường Ảng/u);
  await another.getByRole("link", { name: "Nhóm đối tượng" }).first().click();
  await another.waitForURL((url) => url.pathname === "/target-groups" && url.searchParams.has("scope"));
  assert.equal(unitOf(another), commune);
  await another.goBack();
  await settled(another);
  assert.equal(await title(another).innerText(), ofCommune);

  assert.deepEqual(faults, []);
  await context.close();
});
