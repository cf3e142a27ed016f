import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { Button } from '@/components/button';
import { Dialog } from '@/components/dialog';
import { useFieldFaults } from '@/components/field-faults';
import { Row, Stack } from '@/components/layout';
import { ReadValue } from '@/components/read-value';
import { Refusal } from '@/components/refusal';
import { SelectField } from '@/components/select-field';
import { TextField } from '@/components/text-field';
import { Problem } from '@/lib/api-client';
import { useWords } from '@/lib/words';

import { type Line, peopleQuery, type Plan, usePlanAct } from './api';

export type Nominee = { id: string; name: string };

// Without a nominee, the planner looks one up. The reason is asked for only where it is needed: of
// who was left out because nothing valid says what they hold.
type Props = { plan: Plan; line: Line; nominee?: Nominee; onClose: () => void };

export function NominateDialog({ plan, line, nominee, onClose }: Props) {
  const t = useWords();
  const act = usePlanAct(plan);
  const faults = useFieldFaults(act.error);
  const [person, setPerson] = useState(nominee?.id ?? null);
  const [reason, setReason] = useState('');
  const refused = act.error instanceof Problem && act.error.code === 'plan_nomination.not_assessed';
  const needsReason = !!nominee || refused || reason !== '';

  return (
    <Dialog
      title={t(nominee ? 'planning.exception.allow' : 'planning.nominate')}
      open
      onClose={onClose}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          act.mutate(
            { path: `lines/${line.id}/nominations`, body: { person, reason } },
            { onSuccess: onClose },
          );
        }}
      >
        <Stack>
          {nominee ? (
            <ReadValue label={t('planning.person')} value={nominee.name} />
          ) : (
            <PersonField
              unit={plan.plan.unit}
              value={person}
              onChange={setPerson}
              error={faults('/person')}
            />
          )}
          {needsReason && (
            <TextField
              kind="long"
              label={t('planning.exception.reason')}
              hint={t('planning.exception.hint')}
              value={reason}
              onChange={setReason}
              error={faults('/reason')}
              required
            />
          )}
          <Refusal error={act.error} />
          <Row>
            <Button
              kind="primary"
              type="submit"
              working={act.isPending}
              disabled={!person || (!!nominee && reason.trim() === '')}
              reason={t(nominee ? 'planning.exception.needs' : 'planning.nominate.needs')}
            >
              {t(needsReason ? 'planning.exception.allow' : 'planning.nominate')}
            </Button>
            <Button onClick={onClose}>{t('ui.leave_as_is')}</Button>
          </Row>
        </Stack>
      </form>
    </Dialog>
  );
}

type PersonProps = {
  unit: string;
  value: string | null;
  onChange: (person: string | null) => void;
  error: string | null;
};

function PersonField({ unit, value, onChange, error }: PersonProps) {
  const t = useWords();
  const [sought, setSought] = useState('');
  const found = useQuery(peopleQuery(unit, sought));
  return (
    <SelectField
      label={t('planning.person')}
      hint={t('planning.nominate.hint')}
      value={value}
      onChange={onChange}
      onSearch={setSought}
      searching={found.isFetching}
      error={error}
      options={(found.data?.items ?? []).map((each) => ({
        value: each.id,
        label: t('planning.nominee', { name: each.name, unit: each.unit_name }),
      }))}
      required
    />
  );
}
