// Who can sign in to the demonstration: its server prints role, login and password at each start,
// into the file NANGLUC_SERVER_LOG.
import { readFileSync } from "node:fs";

import { base, open, signIn } from "./browser.mjs";

export function peopleOfTheDemo() {
  const file = process.env.NANGLUC_SERVER_LOG;
  if (!file) throw new Error("NANGLUC_SERVER_LOG names no file");
  const lines = readFileSync(file, "utf8").split("\n");
  const told = lines.map((line) =>
    /^ {2}(\w+)\s+(\S+)\s+(\S{10,})\s*$/u.exec(line),
  );
  return Object.fromEntries(
    told
      .filter(Boolean)
      .map(([, role, login, password]) => [role, { role, login, password }]),
  );
}

// Signs in without the form, for what is not about signing in. Cookies as Playwright keeps them.
export async function stateOf({ login, password }) {
  const reply = await fetch(`${base}/api/v1/session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ login, password }),
  });
  if (!reply.ok) throw new Error(`${login}: ${reply.status}`);
  const cookies = reply.headers.getSetCookie().map((line) => {
    const [, name, value] = /^([^=]+)=([^;]*)/u.exec(line);
    return { name, value, url: base };
  });
  return cookies;
}

// A page of somebody with this role, signed in through the form.
export async function enter(role, options) {
  const { login, password } = peopleOfTheDemo()[role];
  const opened = await open("/sign-in", options);
  await signIn(opened.page, login, password);
  return opened;
}

// What the API answers to whoever is signed in on the page.
export async function answer(page, path) {
  const reply = await page.request.get(`/api/v1${path}`);
  if (!reply.ok()) throw new Error(`${path}: ${reply.status()} ${await reply.text()}`);
  return reply.json();
}
