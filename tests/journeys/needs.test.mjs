import assert from "node:assert/strict";
import { after, test } from "node:test";

import { accessibilityFaults, overflow } from "./lib/axe.mjs";
import {
  close,
  desktop,
  open,
  phone,
  picture,
  settled,
  signIn,
} from "./lib/browser.mjs";
import { loginOf } from "./lib/logins.mjs";

after(close);

async function enter(role, options) {
  const opened = await open("/sign-in", options);
  await signIn(opened.page, ...loginOf(role));
  return opened;
}

test("F3 part: a civil servant on a phone sees the gap and opens why", async () => {
  const { page, context, faults } = await enter("civil_servant", {
    size: phone,
  });
  await page.getByRole("link", { name: "Khoảng cách của tôi" }).first().click();
  await page.getByRole("heading", { name: "Khoảng cách của tôi" }).waitFor();
  const gap = page.getByRole("img", { name: /thiếu \d bậc/ }).first();
  const [, held, required, missing] =
    /Có bậc (\d), cần bậc (\d), thiếu (\d) bậc/.exec(
      await gap.getAttribute("aria-label"),
    );
  assert.equal(Number(required) - Number(held), Number(missing));

  await page
    .getByRole("button", { name: /^Vì sao/ })
    .first()
    .click();
  const why = page.getByRole("dialog", { name: /Vì sao/ });
  await why
    .getByText(/áp dụng từ \d\d\/\d\d\/\d{4}/)
    .first()
    .waitFor();
  assert.equal(
    await why.getByRole("listitem").filter({ hasText: "−" }).count(),
    1,
  );
  await settled(page);
  await picture(page, "my-gaps-why-phone", { fullPage: false });
  assert.deepEqual(await accessibilityFaults(page), []);
  assert.deepEqual(faults, []);
  await context.close();
});

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

const routes = [
  ["civil_servant", "/my/gaps"],
  ["civil_servant", "/my/gaps?goal=next"],
  ["planner", "/needs"],
];
for (const [role, path] of routes) {
  test(`${path} is accessible and fits in two languages, widths and schemes`, async () => {
    for (const language of ["vi", "en"]) {
      for (const dark of [false, true]) {
        for (const [width, size] of Object.entries({ desktop, phone })) {
          const { page, context } = await enter(role, { size, dark });
          await page.addInitScript(
            (code) => localStorage.setItem("nangluc.language", code),
            language,
          );
          await page.goto(path);
          await page.getByRole("heading", { level: 1 }).waitFor();
          await settled(page);
          const name = `${path.replace(/\W+/g, "-").slice(1)}-${language}-${dark ? "dark" : "light"}-${width}`;
          await picture(page, name);
          assert.deepEqual(await accessibilityFaults(page), [], name);
          assert.ok((await overflow(page)) <= 0, `${name} is too wide`);
          await context.close();
        }
      }
    }
  });
}
