// The officer of a commune sends a roster with three faults planted in it, mends them on the screen,
// applies it and takes it back. The demo prints its logins: NANGLUC_SERVER_LOG is that text.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";

import { accessibilityFaults, overflow } from "./lib/axe.mjs";
import {
  close,
  open,
  phone,
  picture,
  settled,
  signIn,
} from "./lib/browser.mjs";

after(close);

const log = readFileSync(process.env.NANGLUC_SERVER_LOG, "utf8");
const [, login, password] = /^\s*hr_officer\s+(\S+)\s+(\S+)$/mu.exec(log);

// Nobody of the demo has these numbers: the journey may be run again on the same data.
const serial = String(Date.now()).slice(-6);
const titles =
  "Mã số cán bộ;Họ và tên;Ngày sinh;Phòng, ban;Vị trí việc làm;Từ ngày;Ghi chú";
const rows = [
  `HT${serial}1;Lò Thị Thử;31/02/1988;Văn phòng HĐND và UBND;Quản trị công nghệ thông tin;15/07/2025;`,
  `HT${serial}2;Quàng Văn Thử;03/04/1990;Phòng Văn hóa - Xã hội;Truyền thông vũ trụ;15/07/2025;`,
];

test("C2: a roster with three planted faults is mended on the screen and applied", async () => {
  const { page, context, faults } = await open("/sign-in");
  await signIn(page, login, password);
  await page.goto("/roster-import");
  await page.getByLabel("Tệp nhân sự").setInputFiles({
    name: "nhan-su-thu.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(`\uFEFF${titles}\r\n${rows.join("\r\n")}\r\n`),
  });
  await page.getByRole("button", { name: "Tải tệp lên" }).click();

  await page.getByRole("heading", { level: 1, name: "Ghép cột" }).waitFor();
  await page.getByText("1 cột trong tệp không được đọc: Ghi chú.").waitFor();
  await picture(page, "roster-import-columns");
  await page.getByRole("button", { name: "Chạy thử" }).click();

  await page.getByRole("heading", { name: "2 hàng cần xem" }).waitFor();
  await page.getByText("Chưa có gì được ghi vào hệ thống.").waitFor();
  await settled(page);
  await picture(page, "roster-import-faults");
  assert.deepEqual(await accessibilityFaults(page), []);
  const faultRow = (text) => page.getByRole("row").filter({ hasText: text });
  await faultRow("Không có ngày này").getByRole("textbox").fill("28/02/1988");
  await faultRow("Không có ngày này").getByRole("textbox").press("Enter");
  await faultRow("Có thể đọc theo hai cách")
    .getByLabel("ngày 03/04/1990")
    .check();
  await faultRow("Không có vị trí này")
    .getByRole("textbox")
    .fill("Thông tin - truyền thông");
  await faultRow("Không có vị trí này").getByRole("textbox").press("Enter");
  await page.getByText("Đã trả lời 3 trên 3.").waitFor();
  await page.getByRole("button", { name: "Chạy thử lại" }).click();

  await page.getByRole("button", { name: "Áp dụng 2 hàng" }).waitFor();
  await page.setViewportSize(phone);
  await picture(page, "roster-import-clean-phone");
  assert.ok((await overflow(page)) <= 0, "wider than the phone");
  await page.getByRole("button", { name: "Áp dụng 2 hàng" }).click();
  await page.getByRole("heading", { level: 1, name: "Đã áp dụng" }).waitFor();
  await picture(page, "roster-import-receipt");
  assert.deepEqual(await accessibilityFaults(page), []);

  await page.getByRole("button", { name: "Hoàn tác lần nhập này" }).click();
  await page
    .getByRole("dialog")
    .getByRole("button", { name: "Hoàn tác lần nhập này" })
    .click();
  await page.getByRole("heading", { level: 1, name: "Đã hoàn tác" }).waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});
