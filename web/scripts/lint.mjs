// Everything that is checked about the web, one after the other; the first fault of each is shown.
import { spawnSync } from 'node:child_process';

const checks = {
  types: ['node_modules/typescript/bin/tsc'],
  eslint: ['node_modules/eslint/bin/eslint.js', '--max-warnings', '0', 'src', 'scripts'],
  formatting: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
  words: ['--experimental-strip-types', '--no-warnings', 'scripts/lint-words.ts'],
  counts: ['--experimental-strip-types', '--no-warnings', 'scripts/lint-counts.ts'],
  sizes: ['scripts/lint-sizes.mjs'],
};

let failed = false;
for (const [name, command] of Object.entries(checks)) {
  const done = spawnSync(process.execPath, command, { stdio: 'inherit' });
  console.log(`${name}: ${done.status === 0 ? 'ok' : 'FAILED'}`);
  failed ||= done.status !== 0;
}
process.exit(failed ? 1 : 0);
