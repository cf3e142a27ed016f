import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

// Codes that the server's sources tell and the screens put into words. Read from the sources, so
// that a new one without words is found before anybody sees it.
const modules = '../server/modules';

type Source = { path: string; text: string };

function sourcesOf(ending: string): Source[] {
  return readdirSync(modules, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(ending) && !path.includes('tests/'))
    .map((path) => ({ path, text: readFileSync(join(modules, path), 'utf8') }));
}

const code = /"([a-z_]+\.[a-z_]+)"/gu;
const refused = /(conflict|invalid|stale|not_found|unauthenticated|forbidden|kind)\(?\{?\s*$/u;
// An act is told as done: approved, given, withdrawn.
const done = /(ed|en|an|ade|one|read|sent|set|drawn|solving|again)$/u;

// Whose words make the second half of an act that is put together: "plan." + name_of(PlanAct).
const halves: Record<string, string> = {
  plan: 'PlanAct',
  proposal: 'ProposalStatus',
  recovery: 'RecoveryStatus',
  reorganisation: 'ReorganisationAct',
  roster_import: 'ImportStatus',
  target_group: 'GroupStatus',
};

// States that a thing begins in: its making has an act of its own.
const beginnings = ['proposal.open', 'target_group.draft'];

function wordsOf(enumeration: string | undefined, headers: Source[]): string[] {
  const body = new RegExp(`enum class ${enumeration ?? '-'} \\{([^}]*)\\}`, 'u');
  const words = headers.flatMap(({ text }) => body.exec(text)?.[1]?.split(',') ?? []);
  return words.map((word) => word.trim()).filter(Boolean);
}

export function auditActs(): string[] {
  const headers = sourcesOf('.hpp');
  const writers = sourcesOf('.cpp').filter(({ text }) =>
    /audit\.write\(|note\(tx,|end_change\(/u.test(text),
  );
  const whole = writers.flatMap(({ text }) =>
    [...text.matchAll(code)]
      .filter((match) => !refused.test(text.slice(0, match.index)))
      .flatMap((match) => match[1] ?? [])
      .filter((act) => done.test(act)),
  );
  const joined = writers.flatMap(({ text }) =>
    [...text.matchAll(/"([a-z_]+)\." \+/gu)].flatMap((match) => {
      const words = wordsOf(halves[match[1] ?? ''], headers);
      return words.length > 0 ? words.map((word) => `${match[1]}.${word}`) : [`${match[1]}.?`];
    }),
  );
  return [...new Set([...whole, ...joined])].filter((act) => !beginnings.includes(act)).sort();
}

// The names under which changes are written down beside an act.
export function auditFacts(): string[] {
  const writers = sourcesOf('.cpp').filter(({ text }) => text.includes('audit.write('));
  const described = /BOOST_DESCRIBE_(?:CLASS|STRUCT)\(\s*\w+,\s*\(\),\s*\(([^)]*)\)/gu;
  const facts = writers.flatMap(({ text }) =>
    [...text.matchAll(described)].flatMap((match) => match[1]?.split(',') ?? []),
  );
  return [...new Set(facts.map((fact) => fact.trim()).filter(Boolean))].sort();
}

export function jobKinds(): string[] {
  const kind = /(?:jobs\.handle\(|_kind = )"([a-z_]+\.[a-z_]+)"/gu;
  return [...sourcesOf('.cpp'), ...sourcesOf('.hpp')].flatMap(({ text }) =>
    [...text.matchAll(kind)].flatMap((match) => match[1] ?? []),
  );
}
