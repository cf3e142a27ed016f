// The logins that the demonstration printed when it started.
import { readFileSync } from "node:fs";

export function loginOf(role) {
  const file = process.env.NANGLUC_SERVER_LOG;
  if (!file) throw new Error("NANGLUC_SERVER_LOG names no file");
  const line = new RegExp(`^ +${role} +(\\S+) +(\\S+)$`, "mu").exec(
    readFileSync(file, "utf8"),
  );
  if (!line) throw new Error(`the server printed no login of ${role}`);
  return [line[1], line[2]];
}
