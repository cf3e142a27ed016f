import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';

import { Button } from '@/components/button';
import { ExportButtons } from '@/components/export-buttons';
import { Stack } from '@/components/layout';
import { PageHead } from '@/components/page-head';
import { Pill } from '@/components/pill';
import { PrintHeader } from '@/components/print-header';
import { ReadOnly } from '@/components/state-blocks';
import { showDate } from '@/lib/dates';
import { showNumber } from '@/lib/numbers';
import { useWords } from '@/lib/words';

import { GroupActs } from './group-acts';
import { exportMembers, groupQuery } from './group-api';
import { GroupMembers } from './group-members';
import { GroupMovements } from './group-movements';
import { statusKinds } from './group-status';
import { RuleWords } from './rule-words';

export function GroupPage() {
  const t = useWords();
  const { group: id = '' } = useParams();
  const { data: group } = useSuspenseQuery(groupQuery(id));
  const [runs, setRuns] = useState(false);

  return (
    <>
      <PageHead
        title={group.title}
        trail={[{ label: t('menu.target_groups'), to: '/target-groups' }, { label: group.title }]}
        sentence={
          <>
            {t('needs.group_sentence', {
              people: showNumber(group.people, t.language),
              date: showDate(group.on),
            })}{' '}
            <Pill kind={statusKinds[group.status]}>{t(`needs.status.${group.status}`)}</Pill>
          </>
        }
        actions={
          <>
            <ExportButtons
              what={t('needs.members')}
              save={(kind) => exportMembers(group.id, kind)}
            />
            {group.actions.includes('run_again') && (
              <Button icon="retry" onClick={() => setRuns(true)}>
                {t('needs.run_again')}
              </Button>
            )}
            <GroupActs group={group} />
          </>
        }
      />
      <PrintHeader unit={group.title} asOf={showDate(group.on)} />
      <Stack gap={24}>
        {group.status === 'closed' && <ReadOnly>{t('needs.closed_note')}</ReadOnly>}
        <RuleWords group={group} />
        {runs && <GroupMovements group={group} />}
        <GroupMembers group={group} />
      </Stack>
    </>
  );
}
