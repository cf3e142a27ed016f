import { useState } from 'react';

import { DateField } from '@/components/date-field';
import { TextField } from '@/components/text-field';
import { today } from '@/lib/dates';
import { useWords } from '@/lib/words';

import { describePosition, type FoundedPosition } from './api';
import { FormDialog } from './form-dialog';

export function DescribeDialog({ row }: { row: FoundedPosition }) {
  const t = useWords();
  const [text, setText] = useState('');
  const [decision, setDecision] = useState('');
  const [from, setFrom] = useState<string | null>(today());
  return (
    <FormDialog
      open={t('foundations.describe')}
      title={t('foundations.describe.title', { position: row.name })}
      act={t('foundations.describe')}
      kind="text"
      ready={text.trim() !== '' && decision.trim() !== '' && !!from}
      send={(key) =>
        describePosition(
          row.position,
          { scope: row.unit, text, decision_number: decision, from: from ?? '' },
          key,
        )
      }
    >
      {() => (
        <>
          <TextField
            label={t('foundations.text')}
            kind="long"
            value={text}
            onChange={setText}
            required
          />
          <TextField
            label={t('frameworks.decision')}
            value={decision}
            onChange={setDecision}
            required
          />
          <DateField label={t('requirements.from')} value={from} onChange={setFrom} />
        </>
      )}
    </FormDialog>
  );
}
