import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';

import { Button } from '@/components/button';
import { Stack } from '@/components/layout';
import { PageHead } from '@/components/page-head';
import { Pill } from '@/components/pill';
import { ReadOnly } from '@/components/state-blocks';
import { showDate } from '@/lib/dates';
import { useWords } from '@/lib/words';

import { Acts } from './acts';
import { oneQuery } from './api';
import { HeadDialog } from './head-dialog';
import { History } from './history';
import { PeopleToPlace } from './people-to-place';
import { PreviewCard } from './preview-card';
import { statusKind } from './status';
import { StepsCard } from './steps-card';

// One reorganisation: its steps, its effect, the people it asks for, and the decision on it.
export function ReorganisationPage() {
  const t = useWords();
  const id = useParams()['reorganisationId'] ?? '';
  const { value: found, version } = useSuspenseQuery(oneQuery(id)).data;
  const [editing, setEditing] = useState(false);
  const editable = found.actions.includes('edit');
  const asks = found.steps.some((step) => step.kind === 'split' || step.kind === 'abolish');
  return (
    <>
      <PageHead
        title={found.title}
        trail={[
          { label: t('menu.reorganisations'), to: '/reorganisations' },
          { label: found.title },
        ]}
        sentence={
          <>
            {t('reorganisation.head', {
              unit: found.root.full_name,
              decision: found.decision_number,
              issuer: found.issuer,
              on: showDate(found.effective_on),
            })}{' '}
            <Pill kind={statusKind[found.status]}>
              {t(`reorganisation.status.${found.status}`)}
            </Pill>
          </>
        }
        actions={
          <>
            <Acts found={found} version={version} />
            {editable && (
              <Button onClick={() => setEditing(true)}>{t('reorganisation.head.edit')}</Button>
            )}
          </>
        }
      />
      <Stack>
        {!editable && <ReadOnly>{t(`reorganisation.read_only.${found.status}`)}</ReadOnly>}
        <StepsCard key={version} found={found} version={version} />
        {found.steps.length > 0 && <PreviewCard found={found} />}
        {asks && <PeopleToPlace found={found} />}
        <History acts={found.acts} />
      </Stack>
      {editing && <HeadDialog found={found} version={version} onClose={() => setEditing(false)} />}
    </>
  );
}
