// Types, bundle, compressed siblings, and the weight of the first page.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const budget = 200 * 1024;

for (const command of [
  ['node_modules/typescript/bin/tsc'],
  ['node_modules/vite/bin/vite.js', 'build'],
]) {
  const done = spawnSync(process.execPath, command, { stdio: 'inherit' });
  if (done.status !== 0) process.exit(done.status ?? 1);
}

const sizes = new Map();
for (const name of readdirSync('dist', { recursive: true })) {
  const path = join('dist', name);
  if (!/\.(js|css|html|svg|json|webmanifest)$/.test(name) || name.startsWith('.vite')) continue;
  const bytes = readFileSync(path);
  const packed = gzipSync(bytes, { level: 9 });
  writeFileSync(`${path}.gz`, packed);
  writeFileSync(
    `${path}.br`,
    brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
  );
  sizes.set(name, packed.length);
}

// The first page: the entry, all that it imports statically, its styles and the Vietnamese words.
const manifest = JSON.parse(readFileSync('dist/.vite/manifest.json', 'utf8'));
const files = new Set();
function collect(key) {
  const chunk = manifest[key];
  if (!chunk || files.has(chunk.file)) return;
  files.add(chunk.file);
  chunk.css?.forEach((file) => files.add(file));
  chunk.imports?.forEach(collect);
}
collect('index.html');
for (const key of Object.keys(manifest)) if (key.endsWith('virtual:words/core/vi')) collect(key);

let total = 0;
for (const file of files) total += sizes.get(file) ?? 0;
console.log(
  `first page: ${(total / 1024).toFixed(1)} kB gzip of ${budget / 1024} kB, ${files.size} files`,
);
if (total > budget) {
  console.error('first page: above the budget');
  process.exit(1);
}
