import { Button } from '@/components/button';
import { Stack } from '@/components/layout';
import { NumberField } from '@/components/number-field';
import { SelectField } from '@/components/select-field';
import { useWords } from '@/lib/words';

import type { RuleDefinition } from './api';
import styles from './assessment.module.css';

type Weights = RuleDefinition['methods'];
const all = [
  'test',
  'panel',
  'supervisor',
  'work_sample',
  'situation',
  'observation',
  'performance',
  'evidence',
  'colleague',
  'self',
] as const;

// The methods that count, in their order.
export function MethodWeights({
  methods,
  onChange,
}: {
  methods: Weights;
  onChange: (methods: Weights) => void;
}) {
  const t = useWords();
  const free = all.filter((each) => !methods.some((chosen) => chosen.method === each));
  const change = (at: number, part: Partial<Weights[number]>) =>
    onChange(methods.map((each, index) => (index === at ? { ...each, ...part } : each)));

  return (
    <fieldset className={styles.weights}>
      <legend className={styles.legend}>{t('assessment.methods_in_order')}</legend>
      <Stack gap={8}>
        {methods.map((each, at) => (
          <div key={each.method} className={styles.weight}>
            <b>{t(`assessment.method.${each.method}`)}</b>
            <NumberField
              label={t('assessment.weight')}
              value={each.weight}
              onChange={(weight) => change(at, { weight: weight ?? 1 })}
            />
            <NumberField
              label={t('assessment.months')}
              value={each.months_valid}
              onChange={(months) => change(at, { months_valid: months ?? 12 })}
            />
            <Button
              disabled={at === 0}
              label={t('assessment.earlier', { method: t(`assessment.method.${each.method}`) })}
              onClick={() => onChange(swapped(methods, at))}
            >
              ↑
            </Button>
            <Button
              label={t('assessment.remove', { method: t(`assessment.method.${each.method}`) })}
              onClick={() => onChange(methods.filter((_, index) => index !== at))}
            >
              {t('assessment.take_out')}
            </Button>
          </div>
        ))}
        {free.length > 0 && (
          <SelectField
            label={t('assessment.add_method')}
            value={null}
            onChange={(method) =>
              method && onChange([...methods, { method, weight: 1, months_valid: 12 }])
            }
            options={free.map((each) => ({ value: each, label: t(`assessment.method.${each}`) }))}
          />
        )}
      </Stack>
    </fieldset>
  );
}

function swapped(methods: Weights, at: number): Weights {
  const [before, here] = [methods[at - 1], methods[at]];
  if (!before || !here) return methods;
  return methods.map((each, index) => (index === at ? before : index === at - 1 ? here : each));
}
