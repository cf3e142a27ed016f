// A browser for a journey: Debian's Chromium through playwright-core, which web/ brings.
import { mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const require = createRequire(
  new URL("../../../web/package.json", import.meta.url),
);
const { chromium } = require("playwright-core");

// Where the server under test answers; the program that starts it gives the address.
export const base = process.env.NANGLUC_URL ?? "http://127.0.0.1:8080";

export const desktop = { width: 1280, height: 800 };
export const phone = { width: 390, height: 844 };

// A browser of its own, which whoever asked for it closes.
export const launchAnother = () =>
  chromium.launch({
    executablePath: process.env.NANGLUC_CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox"],
  });

let running;

export function launch() {
  running ??= launchAnother();
  return running;
}

export async function close() {
  await (await running)?.close();
  running = undefined;
}

// A page of its own with cookies of its own. `faults` collects what the page complained of.
export async function open(
  path = "/",
  { size = desktop, dark = false, language = "vi" } = {},
) {
  const browser = await launch();
  const context = await browser.newContext({
    viewport: size,
    colorScheme: dark ? "dark" : "light",
    locale: language,
    timezoneId: "Asia/Ho_Chi_Minh",
    baseURL: base,
    acceptDownloads: true,
  });
  await context.addInitScript(
    (code) => localStorage.setItem("nangluc.language", code),
    language,
  );
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const faults = [];
  page.on("pageerror", (error) => faults.push(String(error)));
  page.on("response", (reply) => {
    if (reply.status() >= 500) faults.push(`${reply.status()} ${reply.url()}`);
  });
  await page.goto(path);
  return { page, context, faults };
}

// Signs in as people do, in Vietnamese, and waits for the start page.
export async function signIn(page, login, password) {
  await page.goto("/sign-in");
  await page.getByLabel("Tên đăng nhập hoặc thư công vụ").fill(login);
  await page.getByLabel("Mật khẩu", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Đăng nhập bằng mật khẩu" }).click();
  await page.getByRole("heading", { level: 1, name: "Việc cần làm" }).waitFor();
}

const pictures =
  process.env.NANGLUC_PICTURES ??
  fileURLToPath(new URL("../../../build/pictures", import.meta.url));

// A picture under build/pictures (or NANGLUC_PICTURES), for people to look at.
export async function picture(page, name, options = {}) {
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({
    path: join(pictures, `${name}.png`),
    fullPage: true,
    ...options,
  });
}

// Waits until nothing is loading any more.
export async function settled(page) {
  await page.waitForLoadState("networkidle");
  await page.waitForFunction(
    () => !document.querySelector('[aria-busy="true"]'),
  );
  // A colour on its way to another has the contrast of neither.
  await page.waitForFunction(() =>
    document.getAnimations().every((each) => {
      const ends = each.effect?.getComputedTiming().endTime !== Infinity;
      return each.playState !== "running" || !ends;
    }),
  );
}
