// The stories of ../tests/journeys against the server at NANGLUC_URL. One file at a time: they share
// a server. With NANGLUC_JUNIT the results go to that file too; with LEFT_OUT a file is left out.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';

const folder = '../tests/journeys';
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.test.mjs') && name !== process.env.LEFT_OUT)
  .sort()
  .map((name) => `${folder}/${name}`);
const reporters = ['--test-reporter=spec', '--test-reporter-destination=stdout'];
if (process.env.NANGLUC_JUNIT) {
  reporters.push(
    '--test-reporter=junit',
    `--test-reporter-destination=${process.env.NANGLUC_JUNIT}`,
  );
}
const { status } = spawnSync(
  process.execPath,
  ['--test', '--test-concurrency=1', ...reporters, ...files],
  { stdio: 'inherit' },
);
process.exit(status ?? 1);
