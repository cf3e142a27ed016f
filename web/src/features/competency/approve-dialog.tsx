import { useState } from 'react';

import { DateField } from '@/components/date-field';
import { TextField } from '@/components/text-field';
import { today } from '@/lib/dates';
import { useWords } from '@/lib/words';

import { approveVersion, type FrameworkPage } from './api';
import { FormDialog } from './form-dialog';

export function ApproveDialog({ page }: { page: FrameworkPage }) {
  const t = useWords();
  const [decision, setDecision] = useState('');
  const [decided, setDecided] = useState<string | null>(today());
  const [from, setFrom] = useState<string | null>(today());
  const { id, revision } = page.version;
  return (
    <FormDialog
      open={t('frameworks.approve')}
      title={t('frameworks.approve.title', { label: page.version.label })}
      act={t('frameworks.approve.act')}
      kind="primary"
      ready={decision.trim() !== '' && !!decided && !!from}
      send={(key) =>
        approveVersion(
          id,
          { decision_number: decision, decided_on: decided ?? '', from: from ?? '' },
          revision,
          key,
        )
      }
    >
      {() => (
        <>
          <p>{t('frameworks.approve.effect')}</p>
          <TextField
            label={t('frameworks.decision')}
            value={decision}
            onChange={setDecision}
            required
          />
          <DateField label={t('frameworks.decided_on')} value={decided} onChange={setDecided} />
          <DateField label={t('frameworks.effective_from')} value={from} onChange={setFrom} />
        </>
      )}
    </FormDialog>
  );
}
