// Walks the pages of the web as one application does: signed in once, from address to address
// without loading again, in one language and one state of the server.
import { accessibilityFaults, colourFaults, overflow } from "./axe.mjs";
import { base, desktop, phone, picture } from "./browser.mjs";

export const states = ["data", "empty", "error"];

// Lists and counts of a reply made empty; what a thing is called stays.
function emptied(value) {
  if (Array.isArray(value)) return [];
  if (value === null || typeof value !== "object") return value;
  const fields = Object.entries(value).map(([name, field]) => [
    name,
    name === "next" ? null : emptied(field),
  ]);
  return Object.fromEntries(fields);
}

async function answerEmpty(route) {
  const reply = await route.fetch({ maxRetries: 2 });
  const isJson = (reply.headers()["content-type"] ?? "").includes("json");
  if (!reply.ok() || !isJson) return route.fulfill({ response: reply });
  return route.fulfill({
    response: reply,
    json: emptied(await reply.json()),
  });
}

const answerError = (route) =>
  route.fulfill({
    status: 500,
    contentType: "application/problem+json",
    body: JSON.stringify({
      type: "about:blank",
      title: "Internal Server Error",
      status: 500,
      code: "server.fault",
      faults: [],
      request_id: "crawl-000001",
    }),
  });

// Motion stands still, and what waits before it asks the server again does not wait.
function hurry() {
  const wait = globalThis.setTimeout;
  globalThis.setTimeout = (act, milliseconds, ...rest) =>
    wait(act, Math.min(milliseconds ?? 0, 40), ...rest);
}

export async function openWalk(browser, { cookies, state, language }) {
  const context = await browser.newContext({
    viewport: desktop,
    reducedMotion: "reduce",
    locale: language,
    timezoneId: "Asia/Ho_Chi_Minh",
    baseURL: base,
  });
  await context.addCookies(cookies);
  await context.addInitScript(
    (code) => localStorage.setItem("nangluc.language", code),
    language,
  );
  if (state === "error") await context.addInitScript(hurry);
  if (state !== "data") {
    const answer = state === "empty" ? answerEmpty : answerError;
    await context.route("**/api/v1/**", (route) =>
      route.request().method() === "GET" &&
      !route.request().url().endsWith("/session")
        ? answer(route)
        : route.continue(),
    );
  }
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const faults = [];
  page.on("pageerror", (error) => faults.push(String(error)));
  let open = 0;
  const isCounted = (request) => !request.url().endsWith("/progress");
  page.on("request", (request) => (open += isCounted(request) ? 1 : 0));
  for (const end of ["requestfinished", "requestfailed"]) {
    page.on(end, (request) => (open -= isCounted(request) ? 1 : 0));
  }
  return { context, page, state, language, faults, waiting: () => open };
}

// Runs in the page: whether it still loads, a moment after it was last drawn.
async function rest() {
  await new Promise((drawn) => requestAnimationFrame(drawn));
  await new Promise((over) => setTimeout(over, 30));
  const busy = document.querySelector(
    '[aria-busy="true"]:not([data-sample] *)',
  );
  return !busy && !!document.querySelector("h1");
}

async function settle({ page, waiting }) {
  const isQuiet = () => page.evaluate(rest);
  const stop = Date.now() + 15_000;
  for (let quiet = 0; quiet < 2;) {
    quiet = (await isQuiet()) && waiting() === 0 ? quiet + 1 : 0;
    if (Date.now() > stop) throw new Error("the page does not come to rest");
  }
}

async function go(walk, address) {
  if (walk.page.url() === "about:blank") {
    await walk.page.goto(address);
  } else {
    await walk.page.evaluate((to) => {
      history.pushState({}, "", to);
      dispatchEvent(new PopStateEvent("popstate", { state: {} }));
    }, address);
  }
  await settle(walk);
}

const sizes = { 1280: desktop, 390: phone };
const checks = { light: accessibilityFaults, dark: colourFaults };

// All that is wrong with one page in the state and language of the walk, at both widths, light and
// dark. `name` names its pictures, where they are asked for.
export async function faultsOf(walk, address, name) {
  const { page, state, language } = walk;
  await go(walk, address);
  const found = [];
  for (const [width, size] of Object.entries(sizes)) {
    await page.setViewportSize(size);
    await settle(walk);
    for (const [scheme, faultsIn] of Object.entries(checks)) {
      await page.emulateMedia({ colorScheme: scheme });
      const faults = await faultsIn(page);
      found.push(...faults.map((fault) => `${width} ${scheme}: ${fault}`));
      if (process.env.NANGLUC_LOOK) {
        await picture(page, `${name}-${state}-${language}-${width}-${scheme}`);
      }
    }
    const wide = await overflow(page);
    if (wide > 0) found.push(`${width}: ${wide} px too wide`);
  }
  return found.concat(walk.faults.splice(0));
}
