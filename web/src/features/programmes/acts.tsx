import { useState } from 'react';
import { useNavigate } from 'react-router';

import { Button } from '@/components/button';
import { ConfirmDialog } from '@/components/confirm-dialog';
import { Row, Stack } from '@/components/layout';
import { Pill } from '@/components/pill';
import { PrintButton } from '@/components/print-button';
import { Refusal } from '@/components/refusal';
import { useWords } from '@/lib/words';

import { type ProgrammeDetails, useApproveProgramme, useDraftNext } from './api';
import { EquivalenceDialog } from './equivalence-dialog';

// The acts that the server opens to this reader.
export function ProgrammeActs({ page, lock }: { page: ProgrammeDetails; lock: string }) {
  const t = useWords();
  const navigate = useNavigate();
  const { version, actions } = page;
  const approve = useApproveProgramme(version.id, lock);
  const next = useDraftNext(version.id);
  const [approving, setApproving] = useState(false);
  const [standing, setStanding] = useState(false);
  return (
    <Stack gap={8}>
      <Row>
        <Pill kind={version.status === 'approved' ? 'done' : 'neutral'}>
          {t(`programmes.status.${version.status}`)}
        </Pill>
        {actions.includes('approve') && (
          <Button kind="primary" onClick={() => setApproving(true)}>
            {t('programmes.approve')}
          </Button>
        )}
        {actions.includes('edit') && (
          <Button onClick={() => void navigate(`/programmes/${version.id}/edit`)}>
            {t('programmes.edit')}
          </Button>
        )}
        {actions.includes('draft_next') && (
          <>
            <Button
              working={next.isPending}
              onClick={() =>
                next.mutate(undefined, {
                  onSuccess: (made) => void navigate(`/programmes/${made.id}/edit`),
                })
              }
            >
              {t('programmes.draft_next')}
            </Button>
            <Button onClick={() => setStanding(true)}>{t('programmes.equivalence.add')}</Button>
          </>
        )}
        <PrintButton />
      </Row>
      <Refusal error={next.error} />
      {approving && (
        <ConfirmDialog
          open
          title={t('programmes.approve.title', { title: version.title })}
          act={t('programmes.approve.act')}
          effect={t('programmes.approve.effect')}
          working={approve.isPending}
          error={approve.error}
          onAct={() => approve.mutate(undefined, { onSuccess: () => setApproving(false) })}
          onClose={() => {
            setApproving(false);
            approve.reset();
          }}
        />
      )}
      {standing && (
        <EquivalenceDialog programme={version.programme} onClose={() => setStanding(false)} />
      )}
    </Stack>
  );
}
