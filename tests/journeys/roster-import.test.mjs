// The officer of Mường Ảng fills the template in with the commune's roster and three faults, mends
// them on the screen, applies the file, sees the commune and takes the import back. The demo is as
// before afterwards. It prints its logins: NANGLUC_SERVER_LOG is that text.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
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
import { filledIn } from "./lib/workbook.mjs";

after(close);

const log = readFileSync(process.env.NANGLUC_SERVER_LOG, "utf8");
const [, login, password] = /^\s*hr_officer\s+(\S+)\s+(\S+)$/mu.exec(log);

const words = { main: "Chính thức", concurrent: "Kiêm nhiệm" };

const ask = (page, path) =>
  page.evaluate(async (at) => {
    const reply = await fetch(`/api/v1${at}`);
    if (!reply.ok) throw new Error(`${at}: ${reply.status}`);
    return reply.json();
  }, path);

// Everybody of the commune as a row of the template: A staff number … O e-mail.
async function rosterOf(page) {
  const { roles } = await ask(page, "/session");
  const { unit } = roles.find(({ role }) => role === "hr_officer");
  const held = [];
  for (const show of ["all", "concurrent"]) {
    const roster = await ask(
      page,
      `/units/${unit}/roster?show=${show}&limit=200`,
    );
    held.push(...roster.items.filter((row) => row.person));
  }
  const born = new Map();
  for (const { person } of held) {
    if (born.has(person)) continue;
    const facts = await ask(page, `/people/${person}/facts`);
    born.set(person, facts.birth_date);
  }
  return held.map((row) => [
    row.staff_number,
    row.name,
    born.get(row.person),
    "",
    "",
    row.unit === unit ? "" : row.unit_name,
    row.position_name,
    words[row.kind],
    row.share_percent,
    row.since,
    "",
    "",
    "",
    "",
    "",
  ]);
}

const dayFirst = (date) => date.split("-").reverse().join("/");

async function look(page, name) {
  await settled(page);
  assert.deepEqual(await accessibilityFaults(page), []);
  await picture(page, name);
  await page.setViewportSize(phone);
  assert.ok((await overflow(page)) <= 0, `${name}: wider than the phone`);
  await picture(page, `${name}-phone`);
  await page.setViewportSize(desktop);
}

test("C1 part: a roster with three planted faults is mended, applied, seen and taken back", async () => {
  const { page, context, faults } = await open("/sign-in");
  await signIn(page, login, password);
  const rows = await rosterOf(page);
  assert.equal(
    rows.length,
    83,
    "82 people, one of whom does the IT duty beside",
  );

  await page.goto("/roster-import");
  const [template] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Tải tệp mẫu" }).click(),
  ]);
  const born = rows[0][2];
  const ambiguous = rows.findIndex(
    (row) => row[9] === "2025-07-01" && row !== rows[0],
  );
  rows[0][2] = "31/02/1988";
  rows[ambiguous][9] = "01/07/2025";
  const misspelt = rows.findIndex((row) => row[6] === "Văn phòng - thống kê");
  const position = rows[misspelt][6];
  rows[misspelt][6] = "Văn phòng thống kể";
  rows[5][14] = "mot@muongang.example";
  rows[7][14] = "hai@muongang.example";
  const roster = filledIn(readFileSync(await template.path()), 2, rows);

  await page.getByLabel("Tệp nhân sự").setInputFiles({
    name: "nhan-su-muong-ang.xlsx",
    mimeType:
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    buffer: roster,
  });
  await page.getByRole("button", { name: "Tải tệp lên" }).click();
  await page.getByRole("heading", { level: 1, name: "Ghép cột" }).waitFor();
  await look(page, "roster-import-columns");
  await page.getByRole("button", { name: "Chạy thử" }).click();

  await page.getByRole("heading", { name: "3 hàng cần xem" }).waitFor();
  await page.getByText("Chưa có gì được ghi vào hệ thống.").waitFor();
  await look(page, "roster-import-faults");
  const fault = (row, column, value) =>
    page
      .getByRole("row")
      .filter({
        has: page.getByRole("rowheader", {
          name: String(row + 2),
          exact: true,
        }),
      })
      .filter({ hasText: column })
      .filter({ hasText: value });
  const mend = async (row, text) => {
    await row.getByRole("textbox").fill(text);
    await row.getByRole("textbox").press("Enter");
  };
  await mend(fault(0, "C Ngày sinh", "31/02/1988"), dayFirst(born));
  await mend(fault(misspelt, "G Vị trí", "Văn phòng thống kể"), position);
  await fault(ambiguous, "J Từ ngày", "01/07/2025")
    .getByLabel("ngày 01/07/2025")
    .check();
  await page.getByText("Đã trả lời 3 trên 3.").waitFor();
  await page.getByRole("button", { name: "Chạy thử lại" }).click();

  await page.getByRole("button", { name: "Áp dụng 2 hàng" }).waitFor();
  await look(page, "roster-import-clean");
  await page.getByRole("button", { name: "Áp dụng 2 hàng" }).click();
  await page.getByRole("heading", { level: 1, name: "Đã áp dụng" }).waitFor();
  await look(page, "roster-import-receipt");
  const receipt = page.url();

  await page.getByRole("link", { name: "Xem nhân sự và vị trí" }).click();
  await page.getByText("82 người, 2 vị trí trống").waitFor();
  await page.getByText("Kiêm Quản trị công nghệ thông tin").first().waitFor();
  await look(page, "roster-imported");

  await page.goto(receipt);
  await page.getByRole("button", { name: "Hoàn tác lần nhập này" }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: "Hoàn tác lần nhập này" })
    .click();
  await page.getByRole("heading", { level: 1, name: "Đã hoàn tác" }).waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});

test("somebody is added to the roster, and the same person a second time is refused", async () => {
  const { page, context, faults } = await open("/sign-in");
  await signIn(page, login, password);
  await page.goto("/roster");
  await settled(page);
  await page.getByRole("button", { name: "Thêm người" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Họ và tên").fill("Lò Thị Thử");
  // The number of somebody of the commune: known already.
  const [first] = await rosterOf(page);
  await dialog.getByLabel("Số hiệu").fill(first[0]);
  await dialog.getByLabel("Ngày sinh").fill(dayFirst(first[2]));
  await dialog.getByLabel("Vị trí").click();
  await page.getByRole("option").first().click();
  await look(page, "roster-add-person");
  await dialog.getByRole("button", { name: "Thêm vào danh sách" }).click();
  await dialog
    .getByText("Số hiệu và ngày sinh này đã có trong hồ sơ")
    .waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});

test("C2 part: the posts of the commune stand with what they are authorised, and a vacant one may close", async () => {
  const { page, context, faults } = await open("/sign-in");
  await signIn(page, login, password);
  await page.goto("/posts");
  await settled(page);
  await look(page, "posts");
  await page.getByRole("button", { name: "Mở vị trí" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Vị trí việc làm").click();
  await page.getByRole("option").first().click();
  await look(page, "posts-open");
  await dialog.getByRole("button", { name: "Giữ nguyên" }).click();
  await page
    .getByRole("row")
    .filter({ hasText: "Quản trị công nghệ thông tin" })
    .getByRole("button", { name: /^Đóng/u })
    .click();
  await page
    .getByRole("dialog")
    .getByText("Từ ngày dưới đây vị trí không còn được giao.")
    .waitFor();
  await look(page, "posts-close");
  assert.deepEqual(faults, []);
  await context.close();
});
