import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';

import { compileMessage } from '@lingui/message-utils/compileMessage';
import PO from 'pofile';

export const languages = ['vi', 'en', 'ko', 'uz', 'th'] as const;
export type Language = (typeof languages)[number];

// Where words live: `<part>/locales/<language>.po`. The core parts travel with the first page,
// the words of a feature with the feature.
export const coreParts = ['components', 'app', 'features/session', 'features/home'];

export function listParts(src: string): string[] {
  const features = readdirSync(join(src, 'features'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `features/${entry.name}`);
  return ['components', 'app', ...features].filter((part) =>
    existsSync(join(src, part, 'locales')),
  );
}

export function cataloguePath(src: string, part: string, language: Language): string {
  return join(src, part, 'locales', `${language}.po`);
}

export function readCatalogue(path: string): Map<string, string> {
  if (!existsSync(path)) return new Map();
  const items = PO.parse(readFileSync(path, 'utf8')).items;
  return new Map(items.map((item) => [item.msgid, item.msgstr[0] ?? '']));
}

export function compile(words: Map<string, string>): Record<string, unknown> {
  const compiled: Record<string, unknown> = {};
  for (const [id, text] of words) if (text) compiled[id] = compileMessage(text);
  return compiled;
}
