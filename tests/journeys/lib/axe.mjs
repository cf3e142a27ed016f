// What axe-core finds against WCAG 2.0–2.2 A and AA and best practice, and what does not fit the
// width of the page.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(
  new URL("../../../web/package.json", import.meta.url),
);
const source = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

export async function accessibilityFaults(page) {
  await page.evaluate(source);
  const { violations } = await page.evaluate(() =>
    globalThis.axe.run(document, {
      runOnly: [
        "wcag2a",
        "wcag2aa",
        "wcag21a",
        "wcag21aa",
        "wcag22aa",
        "best-practice",
      ],
    }),
  );
  return violations.flatMap((fault) =>
    fault.nodes.map(
      (node) => `${fault.id}: ${node.target.join(" ")}: ${node.failureSummary}`,
    ),
  );
}

export function overflow(page) {
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
}
