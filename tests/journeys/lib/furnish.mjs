// What the demonstration has nothing of at first, made through the interface as people make it: a
// roster tried, a target group, a plan worked out with a line and a session, an open campaign, a
// programme's next version, a framework's next version, a review, a goal of one's own, a recovery
// asked for and tests taken.
// Gives back what takes away again what others would stumble over.
import assert from "node:assert/strict";

import { base } from "./browser.mjs";

async function post(person, path, body, version) {
  const reply = await fetch(`${base}/api/v1${path}`, {
    method: "POST",
    headers: {
      cookie: person.cookie,
      origin: base,
      ...(version && { "if-match": `"${version}"` }),
      "content-type": "application/json",
      "idempotency-key": crypto.randomUUID(),
    },
    body: JSON.stringify(body ?? {}),
  });
  if (!reply.ok) throw new Error(`POST ${path}: ${await reply.text()}`);
  return reply.status === 204 ? null : reply.json();
}

async function addPlan(planner, unit, group, programme) {
  const taken = (await planner.get("/plans")).items.map((each) => each.year);
  const year = Math.max(new Date().getFullYear() + 1, ...taken) + 1;
  const { plan } = await post(planner, "/plans", {
    unit,
    year,
    title: "Kế hoạch bồi dưỡng để xem thử",
    budgets: [{ source: "province", ceiling: 900_000_000 }],
  });
  const at = `/plans/${plan.id}`;
  const add = async (path, body) =>
    post(planner, at + path, body, (await planner.get(at)).plan.version);
  await add("/lines", {
    programme_version: programme.id,
    group: group.id,
    source: "province",
    note: null,
  });
  await add("/sessions", {
    line: (await planner.get(at)).lines[0].id,
    place_unit: unit,
    place: "Trung tâm chính trị",
    starts_on: `${year}-04-05`,
    ends_on: `${year}-04-07`,
    seats: 40,
    min_seats: 10,
    cost_fixed: 15_000_000,
    cost_per_person: 200_000,
  });
  await add("/solutions");
}

async function addCampaign(planner, unit, competency) {
  const year = new Date().getFullYear();
  const { id } = await post(planner, "/campaigns", {
    title: "Đợt đánh giá để xem thử",
    unit,
    scope: {
      competencies: [competency],
      methods: [
        { method: "self", deadline: `${year + 1}-01-10` },
        { method: "supervisor", deadline: `${year + 1}-01-20` },
      ],
      positions: [],
    },
    from_date: `${year}-11-01`,
    until_date: `${year + 1}-01-31`,
  });
  await post(planner, `/campaigns/${id}/opening`);
}

// One row that can be read and one with a day that is none.
async function addImport(officer, unit) {
  const file = [
    "Mã số cán bộ;Họ và tên;Ngày sinh;Phòng, ban;Vị trí việc làm;Từ ngày",
    "XT0001;Lò Thị Thử;31/02/1988;Văn phòng HĐND và UBND;Văn thư;15/07/2025",
    "XT0002;Quàng Văn Thử;05/04/1990;Phòng Kinh tế;Kế toán;15/07/2025",
  ];
  const address = `${base}/api/v1/units/${unit}/roster-imports?file_name=xem-thu.csv`;
  const reply = await fetch(address, {
    method: "POST",
    headers: {
      cookie: officer.cookie,
      origin: base,
      "content-type": "text/csv",
      "idempotency-key": crypto.randomUUID(),
    },
    body: `\uFEFF${file.join("\r\n")}\r\n`,
  });
  if (!reply.ok) throw new Error(`POST ${address}: ${await reply.text()}`);
  const { id } = await reply.json();
  await post(officer, `/roster-imports/${id}/check`);
}

async function addReorganisation(planner, root) {
  const { id } = await post(planner, "/reorganisations", {
    root,
    title: "Sắp xếp để xem thử",
    decision_number: "01/NQ-HĐND",
    issuer: "Hội đồng nhân dân tỉnh",
    effective_on: `${new Date().getFullYear() + 6}-07-01`,
  });
  const at = `/reorganisations/${id}`;
  return async () => {
    const { headers } = await fetch(`${base}/api/v1${at}`, {
      headers: { cookie: planner.cookie },
    });
    const version = headers.get("etag").replaceAll(/W\/|"/gu, "");
    await post(planner, `${at}/withdrawal`, {}, version);
  };
}

// A framework's next version, drafted.
async function addDraft(planner) {
  const { items } = await planner.get("/frameworks");
  const { versions } = items.find((each) => each.code === "demo-commune");
  const at = `/framework-versions/${versions[0].id}`;
  const isTaken = (error) => assert.match(String(error), /label_taken/);
  await post(planner, `${at}/copies`, { label: "Xem thử" }).catch(isTaken);
}

// A goal of one's own, for the superior to answer; returned when all have looked.
async function addProposal(official, supervisor) {
  const gaps = (await official.get("/me/gaps")).items;
  const reached = gaps.find(
    ({ held, missing, levels }) => held !== null && !missing && held < levels,
  );
  const { id } = await post(official, "/me/learning-proposals", {
    competency: reached.competency,
    level: reached.held + 1,
    text: "Để xem thử",
  });
  return () =>
    post(supervisor, `/learning-proposals/${id}/return`, {
      reason: "Đã xem xong",
    });
}

// One test finished, one under way.
async function takeTests(person) {
  const [first, second] = (await person.get("/me/tests")).items;
  const begin = ({ competency }) =>
    post(person, "/me/sittings", { competency: competency.id });
  if (second.state === "ready") await begin(second);
  if (first.state === "resting") return;
  let sitting = await begin(first);
  while (sitting.question) {
    const { position, item } = sitting.question;
    const answers = `/sittings/${sitting.id}/answers`;
    sitting = await post(person, answers, { position, item });
  }
}

export async function furnish({
  hr_officer,
  planner,
  approver,
  civil_servant,
  supervisor,
  administrator,
}) {
  await takeTests(approver);
  await addImport(hr_officer, hr_officer.session.roles[0].unit);

  const unit = planner.session.roles[0].unit;
  const programmes = (await planner.get("/programmes")).items;
  const programme = programmes.find((each) => each.status === "approved");
  const [{ competency }] = programme.outcomes;
  const group = await post(planner, "/target-groups", {
    title: `${programme.title}, để xem thử`,
    unit,
    rule: {
      units: [unit],
      conditions: [{ competency, min_gap: 1, held_from: 0, held_until: 9 }],
      combine: "all",
      position_groups: [],
    },
  });
  await addPlan(planner, unit, group, programme);
  await addCampaign(planner, unit, competency);

  const next = `/programme-versions/${programme.id}/next`;
  const hasNext = (error) => assert.match(String(error), /newer_version/);
  await post(planner, next).catch(hasNext);

  await addDraft(planner);
  const withdraw = await addReorganisation(planner, unit);
  const { person } = civil_servant.session;
  const [gap] = (await civil_servant.get("/me/gaps")).items;
  const reviews = `/people/${person}/competencies/${gap.competency}/reviews`;
  const hasAsked = (error) => assert.match(String(error), /review\.open/);
  await post(civil_servant, reviews, { text: "Đã học một lớp." }).catch(
    hasAsked,
  );

  const returnProposal = await addProposal(civil_servant, supervisor);

  const { account } = civil_servant.session;
  await post(administrator, `/accounts/${account}/recovery`, {
    reason: "Xem thử trang khôi phục",
  }).catch((error) => assert.match(String(error), /already_asked/));
  const asked = (await administrator.get("/recoveries")).items;
  const { id } = asked.find((each) => each.account === account);
  return async () => {
    const reason = "Đã xem xong";
    await post(administrator, `/recoveries/${id}/withdrawal`, { reason });
    await withdraw();
    await returnProposal();
  };
}
