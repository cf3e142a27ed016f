import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Facts } from '@/components/layout';
import { Failed, Loading } from '@/components/state-blocks';
import { showDate } from '@/lib/dates';
import { useWords } from '@/lib/words';

import { catalogueQuery, type Fact, factsQuery } from './api';
import { FactDialog } from './fact-dialog';

// Personal facts are fetched only when they are asked for: reading them is written down.
export function PersonFacts({ person, on }: { person: string; on: string }) {
  const t = useWords();
  const [open, setOpen] = useState(false);
  const [stating, setStating] = useState(false);
  const facts = useQuery({ ...factsQuery(person, on), enabled: open });
  const catalogue = useQuery({ ...catalogueQuery, enabled: open });
  const ranks = new Map(catalogue.data?.ranks.map((rank) => [rank.code, rank.name]));
  const current = (facts.data?.items ?? []).filter(
    (fact) => fact.kind === 'yearly_rating' || !fact.until || fact.until > on,
  );
  const value = (fact: Fact) =>
    fact.kind === 'rank'
      ? (ranks.get(fact.value) ?? fact.value)
      : t.has(`fact.value.${fact.value}`)
        ? t(`fact.value.${fact.value}`)
        : fact.value;

  return (
    <Card
      title={t('fact.title')}
      aside={
        facts.data?.actions.includes('state_fact') && (
          <Button kind="text" icon="plus" onClick={() => setStating(true)}>
            {t('fact.state')}
          </Button>
        )
      }
    >
      {!open && (
        <>
          <p>{t('fact.reading_is_recorded')}</p>
          <Button onClick={() => setOpen(true)}>{t('fact.show')}</Button>
        </>
      )}
      {open && facts.isPending && <Loading rows={4} />}
      {facts.error && <Failed error={facts.error} retry={() => void facts.refetch()} />}
      {facts.data && (
        <Facts
          items={[
            { label: t('fact.birth_date'), value: showDate(facts.data.birth_date) },
            ...current.map((fact) => ({
              label: fact.year
                ? t('fact.kind_of_year', {
                    kind: t(`fact.kind.${fact.kind}`),
                    year: String(fact.year),
                  })
                : t(`fact.kind.${fact.kind}`),
              value:
                fact.kind === 'yearly_rating'
                  ? value(fact)
                  : t('fact.since', { value: value(fact), from: showDate(fact.from) }),
            })),
          ]}
        />
      )}
      {stating && <FactDialog person={person} onClose={() => setStating(false)} />}
    </Card>
  );
}
