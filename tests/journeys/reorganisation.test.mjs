// A reorganisation far from Mường Ảng and in 2031, so that nothing of today changes for the other
// journeys.
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

const title = "Sắp xếp xã năm 2031";
let address = "";

async function choose(page, label, name) {
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("combobox", { name: label }).fill(name);
  await page
    .getByRole("option", { name: new RegExp(`^${name}(,|$)`) })
    .first()
    .click();
}

async function addStep(page, kind, fill) {
  await page.getByRole("button", { name: "Thêm bước" }).first().click();
  const dialog = page.getByRole("dialog", { name: "Thêm bước" });
  await dialog.getByRole("combobox", { name: "Việc cần làm" }).click();
  await page.getByRole("option", { name: kind, exact: true }).click();
  await fill(dialog);
  await dialog.getByRole("button", { name: "Thêm bước" }).click();
  await dialog.waitFor({ state: "detached" });
}

const establish = (page, name) =>
  addStep(page, "Lập mới", async (dialog) => {
    await dialog.getByLabel("Tên riêng").fill(name);
    assert.equal(
      await dialog.getByLabel("Tên đầy đủ").inputValue(),
      `Xã ${name}`,
    );
    await choose(page, "Thuộc đơn vị", "Tỉnh Điện Biên");
  });

test("F13 part: a planner prepares a merger and a split, and sees what they come to", async () => {
  const { page, context, faults } = await enter("planner", { size: desktop });
  await page.getByRole("button", { name: "Hồ sơ", exact: true }).click();
  await page.getByRole("link", { name: "Sắp xếp đơn vị" }).click();
  await page.getByRole("button", { name: "Soạn đợt sắp xếp" }).click();
  const head = page.getByRole("dialog", { name: "Soạn đợt sắp xếp" });
  await head.getByLabel("Tên đợt").fill(title);
  await head.getByLabel("Số văn bản").fill("31/NQ-HĐND");
  await head.getByLabel("Cơ quan ban hành").fill("HĐND tỉnh Điện Biên");
  await head.getByLabel("Ngày hiệu lực").fill("01/01/2031");
  await head.getByRole("button", { name: "Soạn đợt sắp xếp" }).click();
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
  address = new URL(page.url()).pathname;

  await addStep(page, "Nhập", async () => {
    await choose(page, "Đơn vị nhập thứ 1", "Xã Sín Thầu");
    await choose(page, "Nhập vào", "Xã Mường Nhé");
  });
  await page.getByText("Nhập Xã Sín Thầu vào Xã Mường Nhé").waitFor();
  await establish(page, "Quảng Lâm Thượng");
  await establish(page, "Quảng Lâm Hạ");
  await addStep(page, "Chia", async () => {
    await choose(page, "Đơn vị", "Xã Quảng Lâm");
    await choose(page, "Phần thứ 1", "Xã Quảng Lâm Thượng");
    await choose(page, "Phần thứ 2", "Xã Quảng Lâm Hạ");
    await choose(page, /Phần mặc định/, "Xã Quảng Lâm Thượng");
  });
  await page.getByText(/người chuyển theo đơn vị/).waitFor();
  for (const fact of [
    "Vị trí của đơn vị chấm dứt",
    "Kế hoạch liên quan",
    "Nhóm đối tượng liên quan",
    "Tài khoản liên quan",
  ]) {
    await page.getByText(fact).waitFor();
  }
  await settled(page);
  await picture(page, "reorganisation-draft");
  assert.deepEqual(await accessibilityFaults(page), []);
  assert.deepEqual(faults, []);
  await context.close();
});

test("F13 part: a split asks for each person's new unit and never guesses", async () => {
  const { page, context, faults } = await enter("planner", { size: desktop });
  await page.goto(address);
  const people = page.getByRole("table", { name: "Người cần xếp đơn vị mới" });
  await people.getByText("Chưa xếp").first().waitFor();
  const asked = (await people.getByRole("row").count()) - 1;
  assert.equal(asked, await people.getByText("Chưa xếp").count());
  for (const row of [1, 2]) {
    await people.getByRole("row").nth(row).getByRole("checkbox").check();
  }
  await page
    .getByRole("combobox", { name: "Đơn vị mới của 2 người đã chọn" })
    .click();
  assert.deepEqual(
    (await page.getByRole("option").allInnerTexts()).toSorted(),
    ["Xã Quảng Lâm Hạ", "Xã Quảng Lâm Thượng"],
  );
  await page.getByRole("option", { name: "Xã Quảng Lâm Hạ" }).click();
  await page.getByRole("button", { name: "Xếp 2 người" }).click();
  await page.getByText(`${asked}, đã xếp 2`).waitFor();
  await page
    .getByRole("button", { name: "Xếp 2 người" })
    .waitFor({ state: "detached" });
  await page.getByText("Tất cả", { exact: true }).click();
  await people.getByText("Xã Quảng Lâm Hạ").nth(1).waitFor();
  await settled(page);
  await picture(page, "reorganisation-people", { fullPage: false });

  await page.getByRole("button", { name: "Trình duyệt" }).click();
  const submit = page.getByRole("dialog", { name: "Trình duyệt" });
  await submit.getByRole("button", { name: "Trình duyệt" }).click();
  await submit.waitFor({ state: "detached" });
  await page.getByText("Chờ duyệt", { exact: true }).waitFor();
  assert.equal(
    await page.getByRole("button", { name: "Duyệt và áp dụng" }).count(),
    0,
  );
  assert.deepEqual(faults, []);
  await context.close();
});

test("F13 part: a second person decides, and from that day on the units are the new ones", async () => {
  const { page, context, faults } = await enter("approver", { size: desktop });
  await page.goto(address);
  await page.getByRole("button", { name: "Duyệt và áp dụng" }).click();
  const approve = page.getByRole("dialog", { name: "Duyệt và áp dụng" });
  await approve.getByText(/người chưa xếp/).waitFor();
  await approve.getByRole("button", { name: "Duyệt và áp dụng" }).click();
  await approve.waitFor({ state: "detached" });
  await page.getByText("Đã áp dụng", { exact: true }).waitFor();
  await settled(page);
  await picture(page, "reorganisation-applied");

  const standing = async (day) => {
    await page.goto(`/units?on=${day}`);
    const tree = page.getByRole("navigation", { name: "Đơn vị" });
    await tree.getByText("Xã Mường Nhé", { exact: true }).waitFor();
    const count = (name) => tree.getByText(name, { exact: true }).count();
    return [await count("Xã Sín Thầu"), await count("Xã Quảng Lâm Hạ")];
  };
  assert.deepEqual(await standing("2030-12-31"), [1, 0]);
  assert.deepEqual(await standing("2031-01-01"), [0, 1]);
  assert.deepEqual(faults, []);
  await context.close();
});

test("F13 part: the people of a past day are as many by the structure of then as of now", async () => {
  const { page, context, faults } = await enter("planner", { size: desktop });
  await page.goto("/units");
  const days = page.getByRole("slider", { name: "Ngày của cơ cấu" });
  await days.waitFor();
  const structures = {
    "01/02/2024": "63 tỉnh, thành phố, 705 huyện, quận, 10.597 xã, phường",
    "30/06/2025": "63 tỉnh, thành phố, 696 huyện, quận, 10.035 xã, phường",
    "01/07/2025": "34 tỉnh, thành phố, 3.321 xã, phường",
    "30/04/2026": "34 tỉnh, thành phố, 3.321 xã, phường",
  };
  for (const [day, units] of Object.entries(structures)) {
    await page.getByRole("button", { name: new RegExp(`^${day}`) }).click();
    await page.getByText(`${units}.`).waitFor();
    const told = page.getByText(new RegExp(`^Ngày ${day}: .*Theo cơ cấu hôm nay`));
    await told.waitFor();
    const [, then, now] =
      /: ([\d.]+) người theo cơ cấu ngày ấy\. Theo cơ cấu hôm nay: ([\d.]+) người/.exec(
        await told.innerText(),
      );
    assert.equal(then, now, day);
  }
  await days.focus();
  await page.keyboard.press("Home");
  await page.getByText(`${structures["01/02/2024"]}.`).waitFor();
  await page.keyboard.press("ArrowRight");
  await page.getByText(`${structures["30/06/2025"]}.`).waitFor();
  await page.getByText("Cơ cấu hôm nay", { exact: true }).click();
  await page.getByRole("rowheader", { name: "Xã Mường Ảng" }).waitFor();
  await settled(page);
  await picture(page, "units-then-and-now");
  assert.deepEqual(faults, []);
  await context.close();
});
