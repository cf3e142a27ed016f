// No file over 250 lines, and no colour outside the tokens.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const limit = 250;
const coloursLiveIn = ['components/tokens.css', 'components/theme.ts'];
let faults = 0;

function say(fault) {
  faults += 1;
  console.error(fault);
}

for (const name of readdirSync('src', { recursive: true })) {
  if (!/\.(tsx?|css)$/.test(name) || name === 'lib/api-types.ts') continue;
  const text = readFileSync(join('src', name), 'utf8');
  const lines = text.split('\n').length;
  if (lines > limit && !name.startsWith('components/icons')) {
    const table = name.endsWith('.css') ? 360 : limit;
    if (lines > table) say(`src/${name}: ${lines} lines, at most ${table}`);
  }
  if (coloursLiveIn.includes(name)) continue;
  for (const colour of text.match(/#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})\b(?=[;,'")\s])/gi) ??
    []) {
    say(`src/${name}: ${colour} is no token`);
  }
}
process.exit(faults ? 1 : 0);
