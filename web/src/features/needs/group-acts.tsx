import { useState } from 'react';

import { Button } from '@/components/button';
import { Dialog } from '@/components/dialog';
import { useFieldFaults } from '@/components/field-faults';
import { Row, Stack } from '@/components/layout';
import { Refusal } from '@/components/refusal';
import { TextField } from '@/components/text-field';
import { useWords } from '@/lib/words';

import { type Group, type GroupAct, useGroupAct } from './group-api';

// What is open to the reader, as the server tells it; each with its reason.
export function GroupActs({ group }: { group: Group }) {
  const t = useWords();
  const [act, setAct] = useState<GroupAct | null>(null);
  return (
    <>
      {group.actions.includes('close') && (
        <Button onClick={() => setAct('closure')}>{t('needs.act.closure')}</Button>
      )}
      {group.actions.includes('approve') && (
        <Button kind="primary" onClick={() => setAct('approval')}>
          {t('needs.act.approval')}
        </Button>
      )}
      {act && <ActDialog key={act} act={act} group={group} onClose={() => setAct(null)} />}
    </>
  );
}

type Props = { act: GroupAct; group: Group; onClose: () => void };

function ActDialog({ act, group, onClose }: Props) {
  const t = useWords();
  const [reason, setReason] = useState('');
  const save = useGroupAct(group.id);
  const fault = useFieldFaults(save.error);
  return (
    <Dialog title={t(`needs.act.${act}`)} open onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate({ act, reason: reason.trim() }, { onSuccess: onClose });
        }}
      >
        <Stack>
          <p>{t(`needs.act.${act}.effect`, { people: group.people })}</p>
          <TextField
            label={t('needs.reason')}
            kind="long"
            required
            value={reason}
            onChange={setReason}
            error={fault('reason')}
          />
          <Refusal error={save.error} />
          <Row>
            <Button kind="primary" type="submit" working={save.isPending}>
              {t(`needs.act.${act}`)}
            </Button>
            <Button onClick={onClose}>{t('ui.leave_as_is')}</Button>
          </Row>
        </Stack>
      </form>
    </Dialog>
  );
}
