import assert from "node:assert/strict";
import { after, test } from "node:test";

import { accessibilityFaults, overflow } from "./lib/axe.mjs";
import {
  close,
  desktop,
  open,
  phone,
  picture,
  settled,
} from "./lib/browser.mjs";

after(close);

for (const language of ["vi", "en", "ko", "uz", "th"]) {
  for (const dark of [false, true]) {
    for (const [width, size] of Object.entries({ desktop, phone })) {
      const name = `gallery-${language}-${dark ? "dark" : "light"}-${width}`;
      test(`every component is accessible and fits: ${name}`, async () => {
        const { page, context, faults } = await open("/gallery", {
          size,
          dark,
          language,
        });
        await page.getByRole('heading', { level: 1 }).waitFor();
        await picture(page, name);

        assert.deepEqual(await accessibilityFaults(page), []);
        assert.ok(
          (await overflow(page)) <= 0,
          "the page is wider than the screen",
        );
        assert.deepEqual(faults, []);
        await context.close();
      });
    }
  }
}
