import { useState } from 'react';

import { DateField } from '@/components/date-field';
import { useFieldFaults } from '@/components/field-faults';
import { toast } from '@/components/toast';
import { showDate, today } from '@/lib/dates';
import { useWords } from '@/lib/words';

import { type Grant, useEndGrant } from './api';
import { ReasonDialog } from './reason-dialog';

export function EndGrantDialog({ grant, onClose }: { grant: Grant; onClose: () => void }) {
  const t = useWords();
  const end = useEndGrant(grant.id);
  const fault = useFieldFaults(end.error);
  const [on, setOn] = useState<string | null>(today());
  const role = t(`role.${grant.role}`);
  return (
    <ReasonDialog
      title={t('grants.end')}
      effect={t('grants.end.effect', { role })}
      danger
      act={{ ...end, mutate: (reason, then) => end.mutate({ on, reason }, then) }}
      onDone={() => toast(t('grants.ended', { role, date: showDate(on) }))}
      onClose={onClose}
    >
      <DateField label={t('grants.end_on')} value={on} onChange={setOn} error={fault('/on')} />
    </ReasonDialog>
  );
}
