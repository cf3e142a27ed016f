// A head of division rates an officer; the officer sees the gap and why, objects, and is answered.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { accessibilityFaults, overflow } from "./lib/axe.mjs";
import { close, phone, picture, settled } from "./lib/browser.mjs";
import { answer, enter } from "./lib/people.mjs";

after(close);

const proof = `Biên bản làm việc số ${Date.now() % 100_000}`;
const objection = `Ba tháng qua đã tự làm việc này, ${proof}`;
const evidence = {
  name: "bien-ban.pdf",
  mimeType: "application/pdf",
  buffer: Buffer.from("%PDF-1.4\n%%EOF\n"),
};
const today = new Intl.DateTimeFormat("en-GB", { timeZone: "Asia/Ho_Chi_Minh" }).format();

async function fits(page) {
  await settled(page);
  assert.deepEqual(await accessibilityFaults(page), []);
  assert.ok((await overflow(page)) <= 0, "the page is wider than the screen");
}

// The person of the story, and what is judged: something that no test decides, so that the
// supervisor's word counts.
let name = "";
let competency = "";
let required = 0;

before(async () => {
  const { page, context } = await enter("civil_servant");
  name = (await answer(page, "/session")).name;
  const gaps = (await answer(page, "/me/gaps?language=vi")).items;
  const decided = (gap) => gap.ratings.some(({ method }) => ["test", "panel"].includes(method));
  const gap = gaps.find((each) => each.required >= 2 && !decided(each));
  competency = gap.name;
  required = gap.required;
  await context.close();
});

test("a supervisor rates a member of the team, with evidence", async () => {
  const { page, context, faults } = await enter("supervisor");
  await page.getByRole("link", { name: "Nhân sự phụ trách" }).first().click();
  await page.getByRole("grid", { name: "Năng lực của từng người" }).waitFor();
  await settled(page);
  await picture(page, "team");
  await page.getByRole("rowheader").getByRole("link", { name }).click();

  await page.getByRole("heading", { level: 1, name: `Đánh giá ${name}` }).waitFor();
  await page.getByRole("combobox", { name: "Năng lực", exact: true }).click();
  await page.getByRole("option", { name: competency }).click();
  await page.getByRole("heading", { name: competency }).waitFor();
  await page.getByRole("radio", { name: new RegExp(`^Bậc ${required - 1}`, "u") }).check();
  await page.getByLabel("Nhận xét").fill(proof);
  await page.locator('input[type="file"]').setInputFiles(evidence);
  await fits(page);
  await picture(page, "rating");
  await page.getByRole("button", { name: /^Lưu và (sang năng lực sau|về nhân sự phụ trách)$/u }).click();
  await page.getByText(`Đã lưu đánh giá ${competency}`).waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});

test("F3: on a phone a gap states its requirement, ratings, rule and date", async () => {
  const { page, context, faults } = await enter("civil_servant", { size: phone });
  await page.getByRole("link", { name: /^Khoảng cách/u }).first().click();
  const gap = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: competency }) });
  await gap.getByRole("img", { name: `Có bậc ${required - 1}, cần bậc ${required}, thiếu 1 bậc` }).waitFor();
  await fits(page);
  await picture(page, "gaps-phone");

  await gap.getByRole("button", { name: /^Vì sao/u }).click();
  const why = page.getByRole("dialog");
  const words = why.getByRole("listitem");
  await words.filter({ hasText: `Cần bậc ${required}` }).first().waitFor();
  await words.filter({ hasText: /Theo \d+\/QĐ-UBND.*áp dụng từ \d\d\/\d\d\/\d{4}/u }).first().waitFor();
  await words.filter({ hasText: `Người quản lý, ${today}` }).first().waitFor();
  await words.filter({ hasText: /Quy tắc .*, phiên bản 2/u }).first().waitFor();
  await words.filter({ hasText: `${required} − ${required - 1} = thiếu 1 bậc` }).filter({ hasText: today }).first().waitFor();
  await fits(page);
  await picture(page, "why-phone", { fullPage: false });

  await why.getByRole("button", { name: "Chưa đúng, báo lại" }).click();
  const asking = page.getByRole("dialog");
  await asking.getByLabel("Điều gì chưa đúng").fill(objection);
  await picture(page, "objection-phone", { fullPage: false });
  await asking.getByRole("button", { name: "Gửi đề nghị xem lại" }).click();
  await asking.getByText(/Có trả lời chậm nhất ngày \d\d\/\d\d\/\d{4}/u).waitFor();
  assert.deepEqual(faults, []);
  await context.close();
});

test("E11: the official comments, asks for review by a deadline and reads the decision", async () => {
  const comment = "Minh chứng kèm theo là bản chụp.";
  const official = await enter("civil_servant", { size: phone });
  await official.page.getByRole("link", { name: "Năng lực", exact: true }).last().click();
  const card = official.page
    .locator("section")
    .filter({ has: official.page.getByRole("heading", { name: competency }) });
  await card.getByText(proof, { exact: true }).waitFor();
  await card.getByText(/Hạn trả lời \d\d\/\d\d\/\d{4}/u).waitFor();
  await card.getByText("Đang xem xét").waitFor();
  await card.getByRole("button", { name: "Góp ý" }).click();
  const saying = official.page.getByRole("dialog");
  await saying.getByLabel("Nội dung").fill(comment);
  await saying.getByRole("button", { name: "Gửi góp ý" }).click();
  await card.getByText(comment).waitFor();
  const file = official.page.waitForEvent("download");
  await card.getByRole("button", { name: "Tải minh chứng" }).first().click();
  assert.match((await file).suggestedFilename(), /\.pdf$/u);
  await fits(official.page);
  await picture(official.page, "my-competencies-phone");

  const { page, context, faults } = await enter("approver");
  await page.getByRole("link", { name: "Đề nghị xem lại" }).first().click();
  const asked = page.getByRole("row").filter({ hasText: objection });
  await asked.getByRole("button", { name: "Quyết định" }).click();
  const decision = page.getByRole("dialog");
  await decision.getByRole("radio", { name: "Giữ nguyên bậc" }).check();
  await decision.getByLabel("Lý do quyết định").fill("Cần thêm kết quả sáu tháng.");
  await picture(page, "decision", { fullPage: false });
  await decision.getByRole("button", { name: "Ghi quyết định" }).click();
  await asked.waitFor({ state: "hidden" });
  assert.deepEqual(faults, []);
  await context.close();

  await official.page.reload();
  await card.getByText("Trả lời: Cần thêm kết quả sáu tháng.").waitFor();
  await card.getByText("Giữ nguyên bậc").waitFor();
  assert.deepEqual(official.faults, []);
  await official.context.close();
});
