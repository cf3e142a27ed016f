import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';

import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { DateField } from '@/components/date-field';
import { Row, Split, Stack } from '@/components/layout';
import { PageHead } from '@/components/page-head';
import { Refusal } from '@/components/refusal';
import { SelectField } from '@/components/select-field';
import { Empty } from '@/components/state-blocks';
import { TextField } from '@/components/text-field';
import { toast } from '@/components/toast';
import { today } from '@/lib/dates';
import { unitQuery } from '@/lib/units';
import { useUnitScope } from '@/lib/unit-scope';
import { useAct } from '@/lib/use-act';
import { useWords } from '@/lib/words';

import { AdoptionPreview } from './adoption-preview';
import {
  type Adoption,
  adoptRole,
  choicesQuery,
  type Choices,
  previewQuery,
  type Reason,
} from './api';
import { RoleFields, type RoleChoice } from './role-fields';
import { keyOfReason, useReasonName } from './requirement-columns';

type Draft = RoleChoice & { reason: string | null; decision: string; from: string | null };

// Takes over what a role of a published framework asks for: chosen, looked at, then stated at once.
export function RoleAdoptionPage() {
  const t = useWords();
  const { unitId } = useUnitScope();
  const unit = useQuery({ ...unitQuery(unitId ?? ''), enabled: !!unitId });
  const trail = [{ label: t('menu.requirements'), to: '/requirements' }];

  if (!unitId)
    return <Empty title={t('requirements.no_unit')} reason={t('requirements.no_unit.reason')} />;
  return (
    <>
      <PageHead
        trail={trail}
        title={t('adoption.title')}
        sentence={t('adoption.sentence', { unit: unit.data?.unit.full_name ?? '' })}
      />
      <Adoption unit={unitId} />
    </>
  );
}

function Adoption({ unit }: { unit: string }) {
  const t = useWords();
  const navigate = useNavigate();
  const choices = useQuery(choicesQuery(t.language));
  const [draft, setDraft] = useState<Draft>({
    version: null,
    role: null,
    level: null,
    reason: null,
    decision: '',
    from: today(),
  });
  const reason = choices.data?.reasons.find((each) => keyOfReason(each) === draft.reason);
  const wish = wishOf(draft, reason, unit);
  const preview = useQuery({
    ...previewQuery(draft.version ?? '', wish, t.language),
    enabled: wish !== null,
  });
  const adopt = useAct((body: Adoption, key) => adoptRole(draft.version ?? '', body, key));
  const added = preview.data?.added ?? 0;
  return (
    <Split
      width={408}
      side={<AdoptionPreview chosen={!!draft.level} ready={wish !== null} query={preview} />}
    >
      <Card title={t('adoption.choose')}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (!wish) return;
            adopt.mutate(
              { ...wish, decision_number: draft.decision },
              {
                onSuccess: (done) => {
                  toast(t('adoption.done', { count: done.added }));
                  void navigate('/requirements');
                },
              },
            );
          }}
        >
          <Stack>
            <Fields
              draft={draft}
              choices={choices.data}
              change={(part) => setDraft({ ...draft, ...part })}
            />
            <Refusal error={adopt.error ?? choices.error} />
            <Row>
              <Button
                kind="primary"
                type="submit"
                working={adopt.isPending}
                disabled={!wish || added === 0 || draft.decision.trim() === ''}
                reason={t('adoption.choose_first')}
              >
                {t('adoption.act', { count: added })}
              </Button>
              <Button to="/requirements">{t('ui.leave_as_is')}</Button>
            </Row>
          </Stack>
        </form>
      </Card>
    </Split>
  );
}

function wishOf(draft: Draft, reason: Reason | undefined, unit: string) {
  if (!draft.version || !draft.level || !reason || !draft.from) return null;
  return {
    role: draft.level,
    reason_kind: reason.kind,
    ...(reason.word ? { reason_word: reason.word } : { reason_id: reason.id }),
    scope: unit,
    from: draft.from,
  };
}

type FieldsProps = {
  draft: Draft;
  choices: Choices | undefined;
  change: (part: Partial<Draft>) => void;
};

function Fields({ draft, choices, change }: FieldsProps) {
  const t = useWords();
  const nameOf = useReasonName();
  return (
    <>
      <RoleFields value={draft} onChange={change} />
      <SelectField
        label={t('requirements.for_whom')}
        hint={t('adoption.for_whom.hint')}
        value={draft.reason}
        onChange={(reason) => change({ reason })}
        options={(choices?.reasons ?? []).map((reason) => ({
          value: keyOfReason(reason),
          label: `${nameOf(reason)} · ${t(`requirements.reason.${reason.kind}`)}`,
        }))}
        required
      />
      <TextField
        label={t('frameworks.decision')}
        value={draft.decision}
        onChange={(decision) => change({ decision })}
        required
      />
      <DateField
        label={t('requirements.from')}
        value={draft.from}
        onChange={(from) => change({ from })}
        required
      />
    </>
  );
}
