// From the province's needs to an approved plan: the planner forms a group and a plan, the approver
// sends it back once, and both files that leave the house say what the page says.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, test } from "node:test";

import { accessibilityFaults, overflow } from "./lib/axe.mjs";
import { base, close, picture, settled } from "./lib/browser.mjs";
import { answer, enter } from "./lib/people.mjs";
import { rowsOfCsv, rowsOfXlsx } from "./lib/sheet.mjs";

after(close);

const run = Date.now() % 100_000;
const competency = "Bảo vệ dữ liệu cá nhân";
const communes = ["Xã Mường Ảng", "Xã Búng Lao", "Xã Chiềng Sinh"];
const group = `Dữ liệu cá nhân, nhóm ${run}`;
const title = `Kế hoạch ${run}`;
const remark = "Ghi rõ nơi học của từng lớp.";
const year = new Date().getFullYear() + 1;
let plan = "";

async function fits(page) {
  await settled(page);
  assert.deepEqual(await accessibilityFaults(page), []);
  assert.ok((await overflow(page)) <= 0, "the page is wider than the screen");
}

test("F4: the planner forms a group of 45 communes' needs, and another person approves it", async () => {
  const { page, context, faults } = await enter("planner");
  await page.getByRole("link", { name: "Nhu cầu", exact: true }).click();
  const matrix = page.getByRole("grid", { name: /Bảng nhu cầu/u });
  await matrix.waitFor();
  assert.equal(await matrix.getByRole("rowheader", { name: /(Xã|Phường) /u }).count(), 45);
  const titles = await matrix.getByRole("columnheader").allInnerTexts();
  const column = titles.indexOf(competency) - 1;
  let lacking = 0;
  for (const commune of communes) {
    const row = matrix.getByRole("row").filter({ hasText: commune });
    const cell = row.getByRole("gridcell").nth(column);
    lacking += Number.parseInt(await cell.innerText(), 10);
    await cell.click();
  }
  await page.getByLabel("Tên nhóm").fill(group);
  await page.getByText(new RegExp(`^${lacking} người chưa đạt$`, "u")).waitFor();
  await settled(page);
  await picture(page, "needs");
  await page.getByRole("button", { name: "Lưu nhóm đối tượng" }).click();
  await page.getByRole("heading", { level: 1, name: group }).waitFor();
  await page.getByText(new RegExp(`^${lacking} người, giữ theo ngày`, "u")).waitFor();
  await page.getByRole("button", { name: "Chạy lại" }).click();
  await page.getByRole("heading", { name: "Không có thay đổi" }).waitFor();
  await fits(page);
  await picture(page, "group");
  assert.deepEqual(faults, []);
  const path = new URL(page.url()).pathname;
  await context.close();

  const approver = await enter("approver");
  await approver.page.goto(path);
  await approver.page.getByRole("button", { name: "Duyệt nhóm" }).click();
  const dialog = approver.page.getByRole("dialog");
  await dialog.getByLabel("Lý do").fill("Đúng đối tượng.");
  await dialog.getByRole("button", { name: "Duyệt nhóm" }).click();
  await approver.page.getByText("Đã duyệt").waitFor();
  assert.deepEqual(approver.faults, []);
  await approver.context.close();
});

test("the planner makes a plan of the group, has the seats assigned and submits it", async () => {
  const { page, context, faults } = await enter("planner");
  await page.getByRole("link", { name: "Kế hoạch", exact: true }).click();
  await page.getByRole("button", { name: "Lập kế hoạch" }).first().click();
  const making = page.getByRole("dialog");
  await making.getByLabel("Tên kế hoạch").fill(title);
  await making.getByLabel("Ngân sách tỉnh").fill("200.000.000");
  await picture(page, "new-plan", { fullPage: false });
  await making.getByRole("button", { name: "Lập kế hoạch" }).click();
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
  plan = new URL(page.url()).pathname;

  await page.getByRole("button", { name: "Thêm dòng" }).click();
  const adding = page.getByRole("dialog");
  await adding.getByRole("combobox", { name: "Nhóm đối tượng" }).click();
  await page.getByRole("option", { name: group }).click();
  await adding.getByRole("combobox", { name: "Chương trình" }).click();
  await page.getByRole("option", { name: /^Bảo vệ dữ liệu cá nhân/u }).click();
  await adding.getByText(/Phù hợp \d+ người/u).waitFor();
  await picture(page, "new-line", { fullPage: false });
  await adding.getByRole("button", { name: "Thêm dòng" }).click();
  await adding.waitFor({ state: "hidden" });

  for (const [sought, place, from, until] of [
    ["muong ang", "Xã Mường Ảng, Tỉnh Điện Biên", `03/03/${year}`, `04/03/${year}`],
    ["bung lao", "Xã Búng Lao, Tỉnh Điện Biên", `10/03/${year}`, `11/03/${year}`],
  ]) {
    await page.getByRole("button", { name: "Thêm lớp" }).click();
    const session = page.getByRole("dialog");
    await session.getByRole("combobox", { name: "Xã, phường nơi học" }).fill(sought);
    await page.getByRole("option", { name: place }).click();
    await session.getByLabel("Ngày bắt đầu").fill(from);
    await session.getByLabel("Ngày kết thúc").fill(until);
    await session.getByLabel("Số chỗ").fill("20");
    await session.getByLabel("Số người tối thiểu").fill("5");
    await picture(page, "new-session", { fullPage: false });
    await session.getByRole("button", { name: "Thêm lớp" }).click();
    await session.waitFor({ state: "hidden" });
  }

  await page.getByRole("button", { name: "Xếp chỗ" }).click();
  await page.getByRole("heading", { name: "Không phương án nào tốt hơn" }).waitFor();
  await page.getByRole("button", { name: "Ai học, ai chưa, vì sao" }).click();
  const people = page.getByRole("dialog");
  await people.getByText(/\d+ nhu cầu: \d+ có chỗ, \d+ chưa xếp, \d+ không cử/u).waitFor();
  await people.getByRole("cell", { name: /Bậc \d lên \d\. Có chỗ/u }).first().waitFor();
  await picture(page, "line-people", { fullPage: false });
  await people.getByRole("rowheader").first().getByRole("link").click();
  await page.getByRole("heading", { level: 1, name: /^Khoảng cách của/u }).waitFor();
  await page.goto(plan);
  await page.getByRole("link", { name: group }).waitFor();
  await fits(page);
  await picture(page, "plan");

  await page.getByRole("button", { name: "Trình kế hoạch" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Trình", exact: true }).click();
  await page.getByText("Đã trình", { exact: true }).waitFor();
  assert.equal(await page.getByRole("button", { name: "Duyệt kế hoạch" }).count(), 0);
  assert.deepEqual(faults, []);
  await context.close();
});

test("F7 part: the plan states value and bound, opens what the money pays, and hands out its proof", async () => {
  const { page, context, faults } = await enter("planner");
  await page.goto("/plans");
  await page.getByRole("button", { name: "Lập kế hoạch" }).first().click();
  const making = page.getByRole("dialog");
  await making.getByLabel("Tên kế hoạch").fill(`${title}, ít tiền`);
  await making.getByLabel("Ngân sách tỉnh").fill("20.000.000");
  await making.getByRole("button", { name: "Lập kế hoạch" }).click();
  await page.getByRole("heading", { level: 1, name: `${title}, ít tiền` }).waitFor();
  const path = new URL(page.url()).pathname;
  const told = await answer(page, plan);
  const [line] = told.lines;
  const send = async (at, data) => {
    const { version } = (await answer(page, path)).plan;
    const headers = {
      "if-match": `"${version}"`,
      "idempotency-key": crypto.randomUUID(),
      origin: base,
    };
    const reply = await page.request.post(`/api/v1${path}${at}`, { data, headers });
    assert.ok(reply.ok(), await reply.text());
    return reply.json();
  };
  const { programme_version, group: of } = line;
  const added = await send("/lines", { programme_version, group: of, source: "province", note: null });
  for (const month of ["03", "05"]) {
    const { place_unit, place } = line.sessions[0];
    await send("/sessions", {
      line: added.lines[0].id,
      place_unit,
      place: `${place}, tháng ${month}`,
      starts_on: `${year}-${month}-03`,
      ends_on: `${year}-${month}-04`,
      seats: 10,
      min_seats: 5,
      cost_fixed: 12_000_000,
      cost_per_person: 200_000,
    });
  }

  await page.reload();
  await page.getByText("Đến cùng").waitFor();
  await page.getByRole("button", { name: "Xếp chỗ" }).click();
  await page.getByRole("heading", { name: "Không phương án nào tốt hơn" }).waitFor();
  const { solution, lines } = await answer(page, path);
  assert.equal(solution.gap, 0);
  assert.equal(solution.value, solution.bound);
  const held = lines[0].sessions.filter((session) => session.people > 0);
  assert.equal(held.length, 1);
  assert.ok(lines[0].cost <= 20_000_000);
  await page.getByText(/Không mở: ngân sách còn lại không đủ cho lớp có 5 người/u).waitFor();
  await page.getByText(/mỗi bậc năng lực được nâng tính 10 triệu đồng/u).waitFor();
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: "Tải hồ sơ kiểm chứng (ZIP)" }).click();
  const zip = readFileSync(await (await saving).path(), "latin1");
  for (const name of ["needs.csv", "assignment.csv", "certificate.txt"]) {
    assert.ok(zip.includes(name), name);
  }
  await fits(page);
  await picture(page, "plan-proof");
  assert.deepEqual(faults, []);
  await context.close();
});

test("E21: a plan warns of incomplete foundations and leads to the list of what is missing", async () => {
  const { page, context, faults } = await enter("planner");
  await page.goto(plan);
  await page.getByText(/[\d.]+ trên [\d.]+ vị trí đủ mô tả, nhóm và yêu cầu/u).waitFor();
  await page.getByRole("link", { name: "Xem phần còn thiếu" }).click();
  await page.getByRole("heading", { level: 1, name: "Nền tảng vị trí việc làm" }).waitFor();
  await page.getByRole("row").nth(1).waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});

test("the approver returns it with a reason; submitted again, another person approves it", async () => {
  const approver = await enter("approver");
  await approver.page.goto(plan);
  await approver.page.getByRole("button", { name: "Trả lại" }).click();
  const returning = approver.page.getByRole("dialog");
  await returning.getByLabel("Lý do").fill(remark);
  await returning.getByRole("button", { name: "Trả lại" }).click();
  await returning.waitFor({ state: "detached" });
  await approver.page.getByText(remark).waitFor();

  const planner = await enter("planner");
  await planner.page.goto(plan);
  await planner.page.getByText(remark).waitFor();
  await planner.page.getByRole("button", { name: "Trình kế hoạch" }).click();
  await planner.page.getByRole("dialog").getByRole("button", { name: "Trình", exact: true }).click();
  await planner.page.getByText("Đã trình", { exact: true }).waitFor();
  assert.deepEqual(planner.faults, []);
  await planner.context.close();

  await approver.page.reload();
  await approver.page.getByRole("button", { name: "Duyệt kế hoạch" }).click();
  await approver.page.getByRole("dialog").getByRole("button", { name: "Duyệt", exact: true }).click();
  await approver.page.getByText("Đã duyệt", { exact: true }).waitFor();
  await fits(approver.page);
  await picture(approver.page, "plan-approved");
  assert.deepEqual(approver.faults, []);
  await approver.context.close();
});

test("the plan and its participants leave as a workbook and as text with the same rows", async () => {
  const { page, context, faults } = await enter("planner");
  await page.goto(plan);
  const told = await answer(page, plan);
  async function saved(item) {
    await page.getByRole("button", { name: /^Tải về/u }).click();
    const file = page.waitForEvent("download");
    await page.getByRole("menuitem", { name: item }).click();
    return (await file).path();
  }

  const lines = rowsOfXlsx(await saved("Các dòng và lớp, XLSX"));
  const head = lines.findIndex((row) => row.includes("Nhóm đối tượng"));
  const classes = lines.slice(head + 1).filter((row) => row.includes(group));
  const seated = classes.map((row) => Number(row[lines[head].indexOf("Đã xếp")]));
  const { sessions } = told.lines[0];
  assert.deepEqual(seated, sessions.map((session) => session.people));
  assert.ok(classes.every((row) => row.includes("Ngân sách tỉnh")));

  const text = rowsOfCsv(await saved("Danh sách học viên, CSV"));
  const names = (rows) => {
    const at = rows.findIndex((row) => row.includes("Họ và tên"));
    const column = rows[at].indexOf("Họ và tên");
    return rows.slice(at + 1).map((row) => row[column]);
  };
  assert.equal(names(text).length, told.plan.totals.people);
  assert.deepEqual(names(rowsOfXlsx(await saved("Danh sách học viên, XLSX"))), names(text));
  assert.deepEqual(faults, []);
  await context.close();
});

test("F7 part: a cancelled class is planned around with the least change, seen before it is taken over", async () => {
  const { page, context, faults } = await enter("planner");
  await page.goto(plan);
  const before = await answer(page, plan);
  const [session] = before.lines[0].sessions.filter((each) => each.people > 0);
  await page.getByRole("button", { name: `Hủy lớp ${session.place}` }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Lý do").fill("Hội trường hỏng do mưa lũ.");
  await picture(page, "cancel-session", { fullPage: false });
  await dialog.getByRole("button", { name: "Tìm cách xếp lại" }).click();
  await page.getByRole("heading", { name: new RegExp(`^Phương án khi hủy lớp ${session.place}`, "u") }).waitFor();
  await dialog.waitFor({ state: "detached" });
  const replan = await answer(page, `${plan}/replan`);
  assert.ok(replan.moves.length >= session.people);
  assert.ok(replan.value <= replan.bound);
  await page.getByText("Lớp bị hủy", { exact: false }).first().waitFor();
  assert.equal((await answer(page, plan)).plan.version, before.plan.version);
  await fits(page);
  await picture(page, "replan");

  await page.getByRole("button", { name: "Dùng phương án này" }).click();
  await page.getByText("Đã hủy: Hội trường hỏng do mưa lũ.").waitFor();
  await page.getByText("Xếp lại vì hủy lớp").waitFor();
  const taken = await answer(page, plan);
  assert.equal(taken.plan.status, "draft");
  const cancelled = taken.lines[0].sessions.find((each) => each.id === session.id);
  assert.equal(cancelled.people, 0);
  assert.deepEqual(faults, []);
  await context.close();
});
