import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';

import { Card } from '@/components/card';
import { Split, Stack } from '@/components/layout';
import { PageHead } from '@/components/page-head';
import { Empty } from '@/components/state-blocks';
import { useWords } from '@/lib/words';

import { rulesQuery, type RuleDefinition } from './api';
import { RuleEditor } from './rule-editor';
import { RulePreview } from './rule-preview';
import { RuleReports } from './rule-reports';

// A rule is not changed but followed by its next version: the old one explains the old levels.
export function RulePage() {
  const t = useWords();
  const { code = '' } = useParams();
  const { data } = useSuspenseQuery(rulesQuery);
  // Versions come and go under one code; the newest that is in force stands first.
  const versions = data.items.filter((each) => each.code === code);
  const rule = versions.find((each) => each.in_force) ?? versions[0];
  const [tried, setTried] = useState<RuleDefinition | null>(null);
  if (!rule) {
    return (
      <>
        <PageHead
          title={t('assessment.rules')}
          trail={[{ label: t('assessment.rules'), to: '/rules' }]}
        />
        <Empty title={t('assessment.rule.gone')} reason={t('assessment.rule.gone.reason')} />
      </>
    );
  }
  if (!rule.actions.includes('edit')) {
    return (
      <>
        <PageHead
          title={rule.title}
          trail={[{ label: t('assessment.rules'), to: '/rules' }, { label: rule.title }]}
        />
        <Empty
          title={t('assessment.rule.not_yours')}
          reason={t('assessment.rule.not_yours.reason')}
        />
      </>
    );
  }
  const definition = tried ?? rule.definition;

  return (
    <>
      <PageHead
        title={rule.title}
        sentence={t('assessment.rule.sentence', {
          version: rule.version,
          decision: rule.decision_number,
        })}
        trail={[{ label: t('assessment.rules'), to: '/rules' }, { label: rule.title }]}
      />
      <Stack gap={16}>
        <Split
          width={408}
          side={
            <Card title={t('assessment.preview')}>
              <RulePreview key={rule.id} scope={rule.scope} definition={definition} />
            </Card>
          }
        >
          <Card title={t('assessment.rule.next')}>
            <RuleEditor rule={rule} definition={definition} onDefinition={setTried} />
          </Card>
        </Split>
        <Card title={t('assessment.reports')}>
          <RuleReports rule={rule.id} />
        </Card>
      </Stack>
    </>
  );
}
