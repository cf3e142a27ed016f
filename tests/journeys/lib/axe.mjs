// What axe-core finds against WCAG 2.0–2.2 A and AA and best practice, and what does not fit the
// width of the page.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(
  new URL("../../../web/package.json", import.meta.url),
);
const source = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const standards = [
  "wcag2a",
  "wcag2aa",
  "wcag21a",
  "wcag21aa",
  "wcag22aa",
  "best-practice",
];
// All that can differ between light and dark.
const colours = ["color-contrast", "link-in-text-block"];

// Runs in the page. The middle of a long list is made as its first rows are: it is taken out while
// axe looks, and put back. What an open dialog half covers is not for hitting, so its size is not
// judged.
async function look(runOnly) {
  const middle = [
    ...document.querySelectorAll(
      "tr:nth-child(n + 13):not(:last-child), li:nth-child(n + 13):not(:last-child)",
    ),
  ];
  const marks = middle.map((row) => {
    const mark = document.createComment("");
    row.replaceWith(mark);
    return [mark, row];
  });
  try {
    const options = { runOnly, resultTypes: ["violations"], preload: false };
    const { violations } = await globalThis.axe.run(document, options);
    const dialog = document.querySelector('[aria-modal="true"]');
    const isCovered = ({ target }) =>
      dialog && !dialog.contains(document.querySelector(target[0]));
    return violations.map((fault) => ({
      ...fault,
      nodes: fault.nodes.filter(
        (node) => fault.id !== "target-size" || !isCovered(node),
      ),
    }));
  } finally {
    for (const [mark, row] of marks.reverse()) mark.replaceWith(row);
  }
}

async function run(page, runOnly) {
  if (!(await page.evaluate(() => "axe" in globalThis))) {
    await page.evaluate(source);
  }
  const violations = await page.evaluate(look, runOnly);
  return violations.flatMap((fault) =>
    fault.nodes.map(
      (node) => `${fault.id}: ${node.target.join(" ")}: ${node.failureSummary}`,
    ),
  );
}

export const accessibilityFaults = (page) => run(page, standards);

export const colourFaults = (page) =>
  run(page, { type: "rule", values: colours });

export function overflow(page) {
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
}
