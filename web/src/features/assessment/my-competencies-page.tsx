import { useSuspenseQuery } from '@tanstack/react-query';

import { AsOfDate, useAsOf } from '@/components/as-of-date';
import { Card } from '@/components/card';
import { Stack } from '@/components/layout';
import { PageHead } from '@/components/page-head';
import { Empty } from '@/components/state-blocks';
import { useWords } from '@/lib/words';

import { mineQuery } from './api';
import { CompetencyCard } from './competency-card';

export function MyCompetenciesPage() {
  const t = useWords();
  const { on } = useAsOf();
  const { data } = useSuspenseQuery(mineQuery(t.language, on));
  const held = data.competencies.filter((each) => each.held).length;

  return (
    <>
      <PageHead
        title={t('assessment.mine')}
        sentence={
          <>
            {t('assessment.mine.sentence', { held, all: data.competencies.length })} <AsOfDate />.
          </>
        }
      />
      <Stack gap={16}>
        {data.competencies.length === 0 && (
          <Card>
            <Empty title={t('assessment.mine.empty')} reason={t('assessment.mine.empty.reason')} />
          </Card>
        )}
        {data.rule && (
          <p>
            {t('assessment.rule_used', {
              title: data.rule.title,
              version: data.rule.version,
              decision: data.rule.decision_number,
            })}
          </p>
        )}
        {data.competencies.map((record) => (
          <CompetencyCard key={record.competency.id} record={record} person={data.person.id} />
        ))}
      </Stack>
    </>
  );
}
