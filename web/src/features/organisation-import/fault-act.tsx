import { useState } from 'react';

import { LinkText } from '@/components/link-text';
import { RadioField } from '@/components/radio-field';
import { Refusal } from '@/components/refusal';
import { TextField } from '@/components/text-field';
import { showDate } from '@/lib/dates';
import { useWords } from '@/lib/words';

import { type Fault, type FaultOption, useAnswer } from './api';
import styles from './import.module.css';

type Props = { importId: string; fault: Fault };

// The answer is given in the row: a choice for a question, a new text for an error.
export function FaultAct({ importId, fault }: Props) {
  const t = useWords();
  if (fault.severity === 'question') return <Question importId={importId} fault={fault} />;
  if (fault.column === 'row' || !fault.column_number) return <>{t('import.in_file')}</>;
  return <Mend importId={importId} fault={fault} />;
}

function Question({ importId, fault }: Props) {
  const t = useWords();
  const answer = useAnswer(importId);
  // Shown at once, and taken back where the server refuses it.
  const [chosen, setChosen] = useState<string>();
  const choose = (choice: string) => {
    setChosen(choice);
    answer.mutate(
      { row: fault.row, column: fault.column, choice },
      { onError: () => setChosen(undefined) },
    );
  };
  return (
    <div className={styles.mend}>
      <RadioField
        label={t('import.answer', { row: fault.row })}
        value={chosen ?? fault.answer ?? null}
        onChange={choose}
        options={fault.options.map((option) => ({
          value: option.value,
          label: wordsOf(fault, option, t),
        }))}
      />
      <Refusal error={answer.error} />
    </div>
  );
}

function wordsOf(fault: Fault, { value, label }: FaultOption, t: ReturnType<typeof useWords>) {
  if (fault.code === 'ambiguous_date') return t('import.option.day', { date: showDate(value) });
  if (fault.code === 'lost_zeros') {
    const form = value === fault.value ? 'as_is' : 'zeros';
    return t(`import.option.${form}`, { value });
  }
  if (t.has(`import.option.${value}`)) return t(`import.option.${value}`, { label });
  const kind = fault.code === 'same_person' ? 'person' : 'unit';
  return t(`import.option.${kind}`, { label });
}

function Mend({ importId, fault }: Props) {
  const t = useWords();
  const answer = useAnswer(importId);
  const [text, setText] = useState(fault.answer ?? '');
  // Enter and leaving the field both save: what is on its way is not sent again.
  const sent = answer.isError ? undefined : answer.variables?.text;
  const save = (value: string) => {
    if (value !== (sent ?? fault.answer ?? '')) {
      answer.mutate({ row: fault.row, column: fault.column, text: value });
    }
  };
  return (
    <form
      className={styles.mend}
      onSubmit={(event) => {
        event.preventDefault();
        save(text);
      }}
    >
      <TextField
        label={t('import.mend', { row: fault.row })}
        value={text}
        onChange={setText}
        onBlur={() => save(text)}
        maxLength={250}
      />
      {fault.options.length > 0 && (
        <div className={styles.near} role="group" aria-label={t('import.mend.nearest')}>
          {fault.options.map(({ value }) => (
            <LinkText
              key={value}
              onClick={() => {
                setText(value);
                save(value);
              }}
            >
              {value}
            </LinkText>
          ))}
        </div>
      )}
      <Refusal error={answer.error} />
    </form>
  );
}
