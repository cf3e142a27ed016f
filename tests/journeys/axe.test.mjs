// Every page of the router with data, empty and in error, in Vietnamese and English, on a desktop
// and a phone, light and dark. A page that is new is found here by itself.
import assert from "node:assert/strict";
import { availableParallelism } from "node:os";
import { test } from "node:test";

import { base, launchAnother } from "./lib/browser.mjs";
import { faultsOf, openWalk, states } from "./lib/crawl.mjs";
import { furnish } from "./lib/furnish.mjs";
import { peopleOfTheDemo, stateOf } from "./lib/people.mjs";
import { addressOf, pagesOfTheRouter } from "./lib/routes.mjs";

// Whoever sees much goes first, so that few have to sign in.
const order = [
  "hr_officer",
  "planner",
  "administrator",
  "auditor",
  "approver",
  "supervisor",
  "assessor",
  "civil_servant",
];

async function signIn(role) {
  const cookies = await stateOf(peopleOfTheDemo()[role]);
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join(";");
  const get = async (path) => {
    const reply = await fetch(`${base}/api/v1${path}`, { headers: { cookie } });
    if (!reply.ok) throw new Error(`${role} GET ${path}: ${reply.status}`);
    return reply.json();
  };
  return { role, cookies, cookie, get, session: await get("/session") };
}

const sees = (person, page) =>
  !page.permissions ||
  page.permissions.some((each) => person.session.permissions.includes(each));

const people = await Promise.all(order.map(signIn));
const clearAway = await furnish(
  Object.fromEntries(people.map((each) => [each.role, each])),
);
const nobody = { role: "nobody", cookies: [] };
const pages = await pagesOfTheRouter();
const visits = [];

// Who looks at a page: whoever needs no name, everybody where the page differs by role, else the
// first who may see it and has something there.
const hasOne = async (page, person) =>
  sees(person, page) &&
  (await addressOf(page, person.get, person.session)) !== undefined;

async function addVisits(page) {
  const isPublic = ["/sign-in", "/recovery", "/gallery"].includes(page.path);
  const seers = isPublic ? [] : people.filter((each) => sees(each, page));
  if (isPublic || page.path === "/help") {
    visits.push({ path: page.path, person: nobody, address: page.path });
  }
  const before = visits.length;
  const detail = pages.find((each) => each.path.startsWith(`${page.path}/:`));
  for (const person of seers) {
    const address = await addressOf(page, person.get, person.session);
    const isLast = person === seers.at(-1);
    if (detail && !isLast && !(await hasOne(detail, person))) continue;
    if (address) visits.push({ path: page.path, person, address });
    if (address && page.path !== "/") break;
  }
  const isSeen = isPublic || visits.length > before;
  if (!isSeen) throw new Error(`nobody has anything at ${page.path}`);
}

for (const page of pages) await addVisits(page);
visits.push({ path: "*", person: people[0], address: "/no/such/page" });

// Views of a page that an address names, each with a face of its own.
const views = {
  "/my/gaps": "/my/gaps?goal=next",
  "/units": "/units?on=2025-06-30",
};
for (const [path, address] of Object.entries(views)) {
  const { person } = visits.find((each) => each.path === path);
  visits.push({ path, person, address });
}

// A test that is over has another face than one under way.
const { person: tested } = visits.find(({ path }) => path === "/sittings/:sitting");
const over = (await tested.get("/me/tests")).items.find(
  (each) => each.state === "resting",
);
for (const path of [`/sittings/${over.sitting}`, `/me/tests/${over.competency.id}`]) {
  visits.push({ path: "/sittings/:sitting", person: tested, address: path });
}

// Walks run side by side, each in a browser of its own: a page draws only while it is in front. One
// more than there are processors, since pages also wait.
const only = process.env.NANGLUC_ONLY?.split(" ");
const isWanted = ({ path }) => !only || only.includes(path);
const everybody = [...people, nobody];
const walks = everybody.flatMap((person) =>
  states.flatMap((state) =>
    ["vi", "en"].map((language) => ({ person, state, language })),
  ),
);
// What needs no name, and what a civil servant sees, in the other languages too.
for (const person of [nobody, people.at(-1)]) {
  for (const language of ["ko", "uz", "th"]) {
    walks.push({ person, state: "data", language });
  }
}
const found = new Map();
async function walkOn() {
  const browser = await launchAnother();
  for (let next = walks.shift(); next; next = walks.shift()) {
    const { person, state, language } = next;
    const walk = await openWalk(browser, {
      cookies: person.cookies,
      state,
      language,
    });
    for (const visit of visits.filter(isWanted)) {
      if (visit.person !== person) continue;
      const name = `${visit.path.replaceAll(/[/:]+/gu, "-")}-${person.role}`;
      const faults = await faultsOf(walk, visit.address, name).catch(
        (error) => [`${language}: ${error}`],
      );
      const key = `${visit.path} ${person.role} ${state}`;
      found.set(key, (found.get(key) ?? []).concat(faults));
    }
    await walk.context.close();
  }
  await browser.close();
}
const side = Array.from({ length: availableParallelism() + 1 }, walkOn);
await Promise.all(side).finally(clearAway);

for (const { path, person } of visits.filter(isWanted)) {
  for (const state of states) {
    test(`${path} is accessible and fits, ${state}, seen by ${person.role}`, () => {
      assert.deepEqual(found.get(`${path} ${person.role} ${state}`), []);
    });
  }
}
