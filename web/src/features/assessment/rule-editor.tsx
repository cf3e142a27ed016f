import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { Button } from '@/components/button';
import { DateField } from '@/components/date-field';
import { useFieldFaults } from '@/components/field-faults';
import { JobProgress } from '@/components/job-progress';
import { Row, Stack } from '@/components/layout';
import { NumberField } from '@/components/number-field';
import { Refusal } from '@/components/refusal';
import { SelectField } from '@/components/select-field';
import { TextField } from '@/components/text-field';
import { today } from '@/lib/dates';
import { useWords } from '@/lib/words';

import { type Rule, type RuleDefinition, useAddRule } from './api';
import { MethodWeights } from './method-weights';

type Props = {
  rule: Rule;
  definition: RuleDefinition;
  onDefinition: (definition: RuleDefinition) => void;
};

const combinations = ['first_method', 'weighted_mean', 'median', 'lowest'] as const;
const roundings = ['down', 'nearest'] as const;

export function RuleEditor({ rule, definition, onDefinition }: Props) {
  const t = useWords();
  const client = useQueryClient();
  const [title, setTitle] = useState(rule.title);
  const [decision, setDecision] = useState('');
  const [from, setFrom] = useState<string | null>(today());
  const add = useAddRule();
  const [over, setOver] = useState<string | null>(null);
  const running = add.data?.job != null && add.data.job !== over;
  const fault = useFieldFaults(add.error);
  const change = (part: Partial<RuleDefinition>) => onDefinition({ ...definition, ...part });

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!from || running) return;
        const { code, scope } = rule;
        add.mutate({ code, scope, title, definition, decision_number: decision, from_date: from });
      }}
    >
      <Stack gap={16}>
        <TextField
          label={t('assessment.title')}
          value={title}
          onChange={setTitle}
          error={fault('/title')}
          required
        />
        <SelectField
          label={t('assessment.combination')}
          value={definition.combination}
          onChange={(combination) => combination && change({ combination })}
          options={combinations.map((each) => ({
            value: each,
            label: t(`assessment.combination.${each}`),
          }))}
        />
        <SelectField
          label={t('assessment.rounding')}
          value={definition.rounding}
          onChange={(rounding) => rounding && change({ rounding })}
          options={roundings.map((each) => ({
            value: each,
            label: t(`assessment.rounding.${each}`),
          }))}
        />
        <MethodWeights methods={definition.methods} onChange={(methods) => change({ methods })} />
        <NumberField
          label={t('assessment.minimum_weight')}
          value={definition.minimum_weight}
          onChange={(minimum) => change({ minimum_weight: minimum ?? 1 })}
          error={fault('/minimum_weight')}
        />
        <TextField
          label={t('assessment.decision_number')}
          value={decision}
          onChange={setDecision}
          error={fault('/decision_number')}
          required
        />
        <DateField
          label={t('assessment.from')}
          value={from}
          onChange={setFrom}
          error={fault('/from_date')}
          required
        />
        <Refusal error={add.error} />
        {add.data?.job && (
          <JobProgress
            jobId={add.data.job}
            onDone={(job) => {
              setOver(job.id);
              if (job.status === 'done') setDecision('');
              void client.invalidateQueries({ queryKey: ['rules'] });
            }}
          />
        )}
        <Row>
          <Button
            kind="primary"
            type="submit"
            working={add.isPending}
            disabled={!decision.trim() || !from || running}
            reason={t(running ? 'assessment.rule.working' : 'assessment.decision_needed')}
          >
            {t('assessment.rule.save')}
          </Button>
        </Row>
      </Stack>
    </form>
  );
}
