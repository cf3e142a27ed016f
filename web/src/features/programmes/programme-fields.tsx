import { useSuspenseQuery } from '@tanstack/react-query';

import { Card } from '@/components/card';
import { NumberField } from '@/components/number-field';
import { SelectField } from '@/components/select-field';
import { TextField } from '@/components/text-field';
import { showMillions } from '@/lib/numbers';
import { useWords } from '@/lib/words';

import { countryQuery, forms } from './api';
import { costOfFullClass, type ProgrammeDraft } from './programme-draft';
import styles from './programme-form.module.css';

type Props = {
  draft: ProgrammeDraft;
  onChange: (draft: ProgrammeDraft) => void;
  fault: (path: string) => string | null;
};

const long = new Set(['purpose', 'audience']);

// What it is called, for whom it is, who gives it and by which text.
export function NameFields({ draft, onChange, fault, isNew }: Props & { isNew: boolean }) {
  const t = useWords();
  const country = useSuspenseQuery(countryQuery).data;
  const word = (name: keyof ProgrammeDraft['words']) => (
    <TextField
      label={t(`programmes.${name}`)}
      kind={long.has(name) ? 'long' : 'text'}
      required={name === 'title'}
      value={draft.words[name]}
      error={fault(`/${name}`)}
      onChange={(text) => onChange({ ...draft, words: { ...draft.words, [name]: text } })}
    />
  );
  return (
    <Card title={t('programmes.facts')}>
      <div className={styles.fields}>
        <div className={styles.wide}>{word('title')}</div>
        <div className={styles.wide}>{word('title_en')}</div>
        <TextField
          label={t('programmes.code')}
          hint={isNew ? t('programmes.code.hint') : undefined}
          required
          readOnly={!isNew}
          value={draft.code}
          error={fault('/code')}
          onChange={(code) => onChange({ ...draft, code })}
        />
        {word('provider')}
        <SelectField
          label={t('programmes.form')}
          value={draft.form}
          error={fault('/form')}
          options={forms.map((form) => ({ value: form, label: t(`programmes.form.${form}`) }))}
          onChange={(form) => form && onChange({ ...draft, form })}
        />
        <SelectField
          label={t('programmes.content')}
          value={draft.content}
          options={country.training_contents.map((content) => ({
            value: content.word,
            label: content.name[t.language] ?? content.name['en'] ?? content.word,
          }))}
          onChange={(content) => content && onChange({ ...draft, content })}
        />
        <div className={styles.wide}>{word('purpose')}</div>
        <div className={styles.wide}>{word('audience')}</div>
        {word('legal_basis')}
        {word('source')}
        {word('languages')}
      </div>
    </Card>
  );
}

const money = new Set(['cost_per_class', 'cost_per_person']);

// Hours and size of a class, and the norms that a plan reckons with.
export function SizeFields({ draft, onChange, fault }: Props) {
  const t = useWords();
  return (
    <Card
      title={t('programmes.sizes')}
      aside={t('programmes.full_class', {
        millions: showMillions(costOfFullClass(draft), t.language),
      })}
    >
      <div className={styles.fields}>
        {(Object.keys(draft.sizes) as (keyof ProgrammeDraft['sizes'])[]).map((name) => (
          <NumberField
            key={name}
            label={t(`programmes.${name}`)}
            unit={money.has(name) ? '₫' : undefined}
            value={draft.sizes[name]}
            error={fault(`/${name}`)}
            onChange={(value) => onChange({ ...draft, sizes: { ...draft.sizes, [name]: value } })}
          />
        ))}
      </div>
    </Card>
  );
}
