import { useQuery } from '@tanstack/react-query';

import { RadioField } from '@/components/radio-field';
import { useWords } from '@/lib/words';

import { descriptorsQuery } from './api';

type Props = {
  competency: { id: string; levels: number };
  label: string;
  value: number | null;
  onChange: (level: number) => void;
};

// The levels with what each of them means, as anchors to rate by; arrow keys move between them.
export function LevelField({ competency, label, value, onChange }: Props) {
  const t = useWords();
  const { data } = useQuery(descriptorsQuery(competency.id, t.language));
  const meaning = (level: number) =>
    data?.items.find((item) => item.level === level)?.text ??
    (level === 0 ? t('assessment.level_none') : '');
  const options = Array.from({ length: competency.levels + 1 }, (_, level) => ({
    value: `${level}`,
    label: t('assessment.level_meaning', { level: `${level}`, meaning: meaning(level) }),
  }));
  return (
    <RadioField
      stacked
      label={label}
      value={value === null ? null : `${value}`}
      onChange={(level) => onChange(Number(level))}
      options={options}
    />
  );
}
