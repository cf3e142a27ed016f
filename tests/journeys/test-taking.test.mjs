// A civil servant takes tests on a phone: left and gone on with, in two tabs, and through a network
// that is cut again and again.
import assert from "node:assert/strict";
import { after, test } from "node:test";

import { accessibilityFaults, overflow } from "./lib/axe.mjs";
import { base, close, phone, picture, settled } from "./lib/browser.mjs";
import { answer, enter } from "./lib/people.mjs";

after(close);

const send = (page) => page.getByRole("button", { name: "Trả lời" });
const stemOf = (page) => page.locator("legend h2").innerText();
const sittingOf = (page) => /sittings\/(\d+)/u.exec(page.url())[1];
const state = (page, id) => answer(page, `/sittings/${id}?language=vi`);
const tests = async (page) =>
  (await answer(page, "/me/tests?language=vi")).items;

async function readyTest(page) {
  const ready = (await tests(page)).find((each) => each.state === "ready");
  assert.ok(
    ready,
    "no test is left to take: the demonstration must be a new one",
  );
  return ready.competency;
}

async function fits(page) {
  await settled(page);
  assert.deepEqual(await accessibilityFaults(page), []);
  assert.ok((await overflow(page)) <= 0, "the page is wider than the screen");
}

async function begin(page, competency) {
  await page.goto(`/me/tests/${competency.id}`);
  await page.getByRole("button", { name: "Bắt đầu làm bài" }).click();
  await send(page).waitFor();
}

// Until another question stands there, or the result.
const moved = (page, stem) =>
  page.waitForFunction((before) => {
    const shown = document.querySelector("legend h2")?.innerText;
    const isOver = document.body.innerText.includes(
      "Trong 100 người trả lời như vậy",
    );
    return shown === undefined ? isOver : shown !== before;
  }, stem);

test("F15 part: a test is taken on a phone, left, gone on with, and its gap follows", async () => {
  const { page, context, faults } = await enter("civil_servant", {
    size: phone,
  });
  const competency = await readyTest(page);
  await page.goto("/my/gaps");
  await page
    .getByRole("link", { name: `Làm bài kiểm tra ${competency.name}` })
    .click();
  await page
    .getByRole("heading", {
      level: 1,
      name: `Bài kiểm tra: ${competency.name}`,
    })
    .waitFor();
  await page.getByText("Kết quả tạm thời").waitFor();
  await fits(page);
  await picture(page, "test-intro");
  await page.getByRole("button", { name: "Bắt đầu làm bài" }).click();
  await send(page).waitFor();
  await fits(page);

  await send(page).click();
  await page.getByText("Chọn một phương án, hoặc “Không biết”.").waitFor();
  const first = await stemOf(page);
  await page.getByRole("radio").first().focus();
  await page.keyboard.press("2");
  assert.ok(await page.getByRole("radio").nth(1).isChecked());
  await fits(page);
  await picture(page, "test-question");
  await page.keyboard.press("Enter");
  await moved(page, first);
  const second = await stemOf(page);
  await page.keyboard.press("3");
  assert.ok(
    await page.getByRole("radio").nth(2).isChecked(),
    "the next question has the focus",
  );

  await page.goto("/me/competencies");
  await page
    .getByRole("link", { name: `Làm tiếp bài kiểm tra ${competency.name}` })
    .click();
  await page.getByRole("button", { name: "Làm tiếp" }).click();
  await send(page).waitFor();
  assert.equal(await stemOf(page), second);

  const id = sittingOf(page);
  while ((await state(page, id)).question) {
    const stem = await stemOf(page);
    await page.getByRole("button", { name: "Không biết" }).click();
    await moved(page, stem);
  }
  const { outcome } = await state(page, id);
  await page.getByText("Trong 100 người trả lời như vậy").waitFor();
  await fits(page);
  await picture(page, "test-result");
  await page.getByRole("link", { name: "Xem khoảng cách năng lực" }).click();
  await page
    .getByRole("link", { name: `Kết quả bài kiểm tra ${competency.name}` })
    .waitFor();
  const gap = (await answer(page, "/me/gaps?language=vi")).items.find(
    (each) => each.competency === competency.id,
  );
  assert.equal(gap.held, outcome.level);
  assert.deepEqual(faults, []);
  await context.close();
});

test("in two tabs the first answer stands, and the other tab says so and goes on", async () => {
  const { page, context } = await enter("civil_servant", { size: phone });
  await begin(page, await readyTest(page));
  const stem = await stemOf(page);
  const other = await context.newPage();
  await other.goto(page.url());
  await send(other).waitFor();

  await page.getByRole("radio").first().check();
  await send(page).click();
  await moved(page, stem);
  await other.getByRole("radio").nth(1).check();
  await send(other).click();
  await other.getByText("Câu này đã được trả lời ở nơi khác.").waitFor();
  await moved(other, stem);
  assert.equal(await stemOf(other), await stemOf(page));
  assert.equal((await state(page, sittingOf(page))).answered, 1);
  await context.close();
});

// Numbers that are the same in every run (mulberry32).
function dice(seed) {
  let at = seed;
  return (below) => {
    at = (at + 0x6d2b79f5) | 0;
    let mixed = Math.imul(at ^ (at >>> 15), 1 | at);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

// request: it never arrives. reply: the server has it, the browser does not hear. offline: no network
// at all for a while. closed: the page is loaded anew while the answer waits.
const kinds = ["request", "reply", "offline", "closed"];

// The page waits less before it sends again, as if time went faster.
function hurry() {
  const wait = globalThis.setTimeout;
  globalThis.setTimeout = (act, milliseconds, ...rest) =>
    wait(
      act,
      milliseconds > 400 && milliseconds < 20_000 ? 100 : milliseconds,
      ...rest,
    );
}

class CutNetwork {
  #next = [];
  // As often as an answer, or the word that it is kept, did not come through.
  cuts = 0;

  constructor(page, context) {
    this.page = page;
    this.context = context;
  }

  async begin() {
    await this.context.addInitScript(hurry);
    await this.context.route("**/sittings/*/answers", async (route) => {
      const kind = this.#next.shift();
      if (kind) this.cuts += 1;
      if (kind === "reply") await route.fetch();
      return kind ? route.abort("connectionfailed") : route.continue();
    });
  }

  // Presses the button with these cuts on the way of the answer.
  async press(cuts) {
    this.#next = cuts
      .filter((kind) => kind !== "offline")
      .map((kind) => (kind === "closed" ? "request" : kind));
    const isOffline = cuts.includes("offline");
    await this.context.setOffline(isOffline);
    const stem = await stemOf(this.page);
    await send(this.page).click();
    if (isOffline) {
      await this.page.getByText("Chưa gửi được câu trả lời.").waitFor();
      this.cuts += 1;
      await this.context.setOffline(false);
    }
    if (cuts.includes("closed")) await this.page.reload();
    await moved(this.page, stem);
  }
}

async function resend(page, id, { question, option }) {
  const { position, item } = question;
  const reply = await page.request.post(`/api/v1/sittings/${id}/answers`, {
    headers: { origin: base, "idempotency-key": crypto.randomUUID() },
    data: { position, item, option, language: "vi" },
  });
  return reply.status();
}

test("F15 part: a network cut at 50 random points loses no answer and doubles none", async () => {
  const { page, context, faults } = await enter("civil_servant", {
    size: phone,
  });
  const replies = [];
  page.on("response", async (reply) => {
    if (!reply.url().includes("/sittings")) return;
    replies.push(await reply.text().catch(() => ""));
  });
  const network = new CutNetwork(page, context);
  await network.begin();
  const roll = dice(20_261_123);
  while (network.cuts < 50) {
    const competency = await readyTest(page);
    await begin(page, competency);
    const id = sittingOf(page);
    const given = [];
    for (
      let now = await state(page, id);
      now.question;
      now = await state(page, id)
    ) {
      assert.equal(now.answered, given.length, "an answer is lost or doubled");
      const option = now.question.options[roll(4)].label;
      await page.locator(`input[value="${option}"]`).check();
      const of = Array.from(
        { length: 1 + roll(4) },
        () => kinds[roll(kinds.length)],
      );
      await network.press(of);
      given.push({ question: now.question, option });
    }

    const { outcome, answered } = await state(page, id);
    assert.equal(answered, given.length);
    for (const each of given) {
      const another = each.option === "a" ? "b" : "a";
      assert.equal(
        await resend(page, id, each),
        200,
        "what was chosen is what is kept",
      );
      assert.equal(await resend(page, id, { ...each, option: another }), 409);
    }
    const { same, answers } = await answer(page, `/sittings/${id}/replay`);
    assert.deepEqual({ same, answers }, { same: true, answers: given.length });
    const record = (
      await answer(page, "/me/competencies?language=vi")
    ).competencies.find((each) => each.competency.id === competency.id);
    const byTest = record.ratings.filter(
      ({ rater }) => rater.role === "system",
    );
    assert.deepEqual(
      byTest.map((each) => each.id),
      [outcome.rating],
    );
    assert.equal(
      await page.evaluate(
        () =>
          Object.keys(localStorage).filter((key) =>
            key.startsWith("nangluc.answer."),
          ).length,
      ),
      0,
    );
  }
  assert.ok(replies.length > 20);
  for (const text of replies) {
    assert.doesNotMatch(
      text,
      /credit|difficulty|discrimination|slope|intercept|rationale/u,
    );
  }
  assert.deepEqual(faults, []);
  await context.close();
});
