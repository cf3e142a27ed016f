import { Trans, useLingui } from '@lingui/react';
import type { ReactElement } from 'react';

import { i18n, isOwn, noteTold } from './i18n';

export type Values = Record<string, string | number | null | undefined>;

// const t = useWords();  t('ui.level.missing', { count: 2 })
// `t.has(id)` tells whether there is such a message.
export function useWords() {
  const { i18n: spoken } = useLingui();
  const t = (id: string, values?: Values): string => {
    noteTold(id);
    return spoken._(id, values);
  };
  return Object.assign(t, {
    has: (id: string) => spoken.messages[id] !== undefined,
    language: spoken.locale,
  });
}

// A message as an element: marks by `lang` what fell back to English, and puts elements into the
// places <0>…</0> of the message.
export function Words({
  id,
  values,
  parts,
}: {
  id: string;
  values?: Values;
  parts?: ReactElement[];
}) {
  const text = (
    <Trans id={id} values={values} components={Object.fromEntries((parts ?? []).entries())} />
  );
  return isOwn(id) || i18n.locale === 'en' ? text : <span lang="en">{text}</span>;
}
