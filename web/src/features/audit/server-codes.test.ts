import { auditActs, auditFacts, jobKinds } from '@/testing/server-codes';

import { cataloguePath, readCatalogue } from '../../../scripts/catalogue';
import { acts } from './audit-words';

const wordsOf = (part: string) =>
  new Set([...readCatalogue(cataloguePath('src', part, 'vi'))].map(([id]) => id));

test('whatever the server writes into the audit has words, and the filter offers it', () => {
  const words = wordsOf('features/audit');
  const written = auditActs();

  expect(written.length).toBeGreaterThan(60);
  expect(written.filter((act) => !words.has(`audit.act.${act}`))).toEqual([]);
  expect([...acts].sort()).toEqual(written);
});

test('whatever a change names in the audit has words', () => {
  const words = wordsOf('features/audit');

  expect(auditFacts().filter((fact) => !words.has(`audit.fact.${fact}`))).toEqual([]);
});

test('every kind of long work has words', () => {
  const words = wordsOf('features/jobs');
  const kinds = jobKinds();

  expect(kinds.length).toBeGreaterThan(4);
  expect(kinds.filter((kind) => !words.has(`job.kind.${kind}`))).toEqual([]);
});
