import { useState } from 'react';

import { Button } from '@/components/button';
import { DateField } from '@/components/date-field';
import { Dialog } from '@/components/dialog';
import { useFieldFaults } from '@/components/field-faults';
import { Row, Stack } from '@/components/layout';
import { NumberField } from '@/components/number-field';
import { RadioField } from '@/components/radio-field';
import { Refusal } from '@/components/refusal';
import { TextField } from '@/components/text-field';
import { toast } from '@/components/toast';
import { type PickedUnit, UnitPicker } from '@/components/unit-picker';
import { post } from '@/lib/api-client';
import { today } from '@/lib/dates';
import { useUnitScope } from '@/lib/unit-scope';
import { useAct } from '@/lib/use-act';
import { useWords } from '@/lib/words';

import { type CareerLine, findPeople, findPosts, type HoldingBody } from './api';

type Props = {
  kind: 'appoint' | 'transfer';
  // Whom and to which post, where the page has chosen already.
  person?: { id: string; name: string };
  place?: PickedUnit;
  main?: CareerLine;
  onClose: () => void;
};
type BesideKind = 'acting' | 'concurrent' | 'seconded';

// Appoints somebody beside the main post, or moves the main post, from a day on.
export function HoldingDialog({ kind, person, place, main, onClose }: Props) {
  const t = useWords();
  const { unitId } = useUnitScope();
  const [who, setWho] = useState<PickedUnit | null>(person ?? null);
  const [where, setWhere] = useState<PickedUnit | null>(place ?? null);
  const [beside, setBeside] = useState<BesideKind>('acting');
  const [share, setShare] = useState<number | null>(20);
  const [from, setFrom] = useState<string | null>(today());
  const [note, setNote] = useState('');
  const path = `/people/${who?.id}/${kind === 'transfer' ? 'transfer' : 'holdings'}`;
  const save = useAct((body: HoldingBody, key) => post(path, body, { key }), {
    onDone: () => {
      toast(t(`holding.done.${kind}`));
      onClose();
    },
  });
  const fault = useFieldFaults(save.error);
  const rest = 100 - (share ?? 0);

  function submit() {
    if (!who || !where || !from) return;
    const body = { post: where.id, from, note };
    save.mutate(
      kind === 'transfer'
        ? { ...body, kind: 'main' }
        : { ...body, kind: beside, share_percent: share, main_share_percent: rest },
    );
  }
  return (
    <Dialog title={t(`holding.title.${kind}`)} open onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack>
          {kind === 'transfer' && main && (
            <p>{t('holding.leaves', { post: main.position_name, unit: main.unit_name })}</p>
          )}
          <UnitPicker
            label={t('holding.person')}
            hint={t('holding.person.hint')}
            value={who}
            onChange={setWho}
            source={`people ${unitId}`}
            load={(sought, signal) => findPeople(unitId ?? '', sought, signal)}
          />
          <UnitPicker
            label={t('holding.post')}
            hint={t('holding.post.hint')}
            value={where}
            onChange={setWhere}
            error={fault('/post')}
            source={`posts ${unitId} ${from}`}
            load={(sought, signal) => findPosts(unitId ?? '', from ?? today(), sought, signal)}
          />
          {kind === 'appoint' && (
            <>
              <RadioField<BesideKind>
                label={t('holding.kind')}
                value={beside}
                onChange={setBeside}
                options={(['acting', 'concurrent', 'seconded'] as const).map((value) => ({
                  value,
                  label: t(`holding.kind.${value}`),
                }))}
              />
              <NumberField
                label={t('holding.share')}
                hint={t('holding.share.hint', { rest })}
                value={share}
                onChange={setShare}
                unit="%"
                error={fault('/share_percent') ?? fault('/main_share_percent')}
                required
              />
            </>
          )}
          <DateField label={t('roster.since')} value={from} onChange={setFrom} required />
          <TextField label={t('person.note')} value={note} onChange={setNote} />
          <Refusal error={save.error} />
          <Row>
            <Button
              kind="primary"
              type="submit"
              working={save.isPending}
              disabled={!who || !where}
              reason={t('holding.choose_first')}
            >
              {t(`holding.act.${kind}`)}
            </Button>
            <Button onClick={onClose}>{t('ui.leave_as_is')}</Button>
          </Row>
        </Stack>
      </form>
    </Dialog>
  );
}
