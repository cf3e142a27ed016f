// Every page of the web, as the router itself is given them, and an address of each that leads to
// something: a page with a parameter takes it from the first thing of its list.
import { readdirSync } from "node:fs";

const features = new URL("../../../web/src/features/", import.meta.url);

export async function pagesOfTheRouter() {
  const folders = readdirSync(features, { withFileTypes: true });
  const lists = folders
    .filter((entry) => entry.isDirectory())
    .map((entry) => new URL(`${entry.name}/pages.ts`, features));
  const modules = await Promise.all(lists.map((list) => import(list.href)));
  return modules.flatMap((module) => module.pages);
}

const first = async (get, path) => (await get(path)).items[0] ?? {};
const firstRule = async (get) =>
  (await get("/rules")).items.find((each) => each.actions.includes("edit"))?.code;

const firstImport = async (get, me) =>
  (await first(get, `/units/${me.roles[0].unit}/roster-imports`)).id;

// Only people take tests.
const firstTest = async (get, me, isIt) =>
  me.person ? (await get("/me/tests")).items.find(isIt) : undefined;

// What stands for the parameter of a page; `me` is the session of whoever looks.
const examples = {
  "/accounts/:account": async (get) =>
    (await first(get, "/accounts")).account?.id,
  "/frameworks/:versionId": async (get) =>
    (await first(get, "/frameworks")).versions?.[0].id,
  "/frameworks/:versionId/competency": async (get) =>
    (await get("/frameworks")).items
      .flatMap((each) => each.versions)
      .find((each) => each.status === "draft")?.id,
  "/jobs/:job": async (get) => (await first(get, "/jobs")).id,
  "/me/tests/:competency": async (get, me) =>
    (await firstTest(get, me, () => true))?.competency.id,
  "/people/:person/gaps": (get, me) => me.person,
  "/people/:personId": (get, me) => me.person,
  "/plans/:plan": async (get) => (await first(get, "/plans")).id,
  "/programmes/:version": async (get) => (await first(get, "/programmes")).id,
  "/programmes/:version/edit": async (get) =>
    (await first(get, "/programme-drafts")).id,
  "/reorganisations/:reorganisationId": async (get) =>
    (await first(get, "/reorganisations")).id,
  "/roster-import/:importId": firstImport,
  "/roster-import/:importId/columns": firstImport,
  "/roster-import/:importId/receipt": firstImport,
  "/roster-import/:importId/rows": firstImport,
  "/rules/:code": firstRule,
  "/sittings/:sitting": async (get, me) =>
    (await firstTest(get, me, (each) => each.state === "open"))?.sitting,
  "/target-groups/:group": async (get, me) =>
    (await first(get, `/target-groups?unit=${me.roles[0].unit}`)).id,
  "/team/:personId/rating": (get, me) => me.person,
};

// Null where the list is empty for whoever looks.
export async function addressOf(page, get, me) {
  if (!page.path.includes(":")) return page.path;
  const example = examples[page.path];
  if (!example) throw new Error(`no example for ${page.path}: add one here`);
  const value = await example(get, me);
  return value && page.path.replace(/:\w+/u, value);
}
