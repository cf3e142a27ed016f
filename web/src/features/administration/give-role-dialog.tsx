import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { Button } from '@/components/button';
import { DateField } from '@/components/date-field';
import { Dialog } from '@/components/dialog';
import { useFieldFaults } from '@/components/field-faults';
import { hasHalfTyped } from '@/components/half-typed';
import { Row, Stack } from '@/components/layout';
import { Refusal } from '@/components/refusal';
import { TextField } from '@/components/text-field';
import { toast } from '@/components/toast';
import { today } from '@/lib/dates';
import { useWords } from '@/lib/words';

import { type Account, choicesQuery, type NewGrant, useGiveRole } from './api';
import { RoleChoice } from './role-choice';
import { UnitField } from './unit-field';

export function GiveRoleDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const t = useWords();
  const give = useGiveRole();
  const fault = useFieldFaults(give.error);
  const [unit, setUnit] = useState(account.unit);
  const [role, setRole] = useState<NewGrant['role'] | null>(null);
  const [from, setFrom] = useState<string | null>(today());
  const [until, setUntil] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const choices = useQuery(choicesQuery(unit));
  const offered = choices.data?.items ?? [];
  const chosen = offered.find((each) => each.role === role) ?? null;
  const required = (is: unknown) => (tried && !is ? t('fault.required') : null);

  function submit() {
    setTried(true);
    if (!chosen || !from || !unit || !reason.trim() || give.isPending) return;
    give.mutate(
      { account: account.id, role: chosen.role, unit, from, until, reason: reason.trim() },
      {
        onSuccess: () => {
          toast(t('grants.given', { role: t(`role.${chosen.role}`), name: account.name }));
          onClose();
        },
      },
    );
  }
  return (
    <Dialog title={t('grants.give')} open wide onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!hasHalfTyped(event.currentTarget)) submit();
        }}
      >
        <Stack>
          <p>{t('grants.give.effect', { name: account.name })}</p>
          <UnitField
            label={t('grants.unit')}
            hint={t('grants.unit.hint')}
            value={unit}
            onChange={setUnit}
            error={required(unit) ?? fault('/unit')}
          />
          <RoleChoice
            choices={choices}
            value={role}
            onChange={setRole}
            error={required(chosen) ?? fault('/role')}
          />
          <Row gap={16}>
            <DateField
              label={t('grants.from')}
              value={from}
              onChange={setFrom}
              error={required(from) ?? fault('/from')}
            />
            <DateField
              label={t('grants.until')}
              hint={t('grants.until.hint')}
              value={until}
              onChange={setUntil}
              error={fault('/until')}
            />
          </Row>
          <TextField
            label={t('accounts.reason')}
            hint={t('grants.reason.hint')}
            kind="long"
            value={reason}
            onChange={setReason}
            error={required(reason.trim()) ?? fault('/reason')}
          />
          <Refusal error={give.error} />
          <Row>
            <Button kind="primary" type="submit" working={give.isPending}>
              {t('grants.give')}
            </Button>
            <Button onClick={onClose}>{t('ui.leave_as_is')}</Button>
          </Row>
        </Stack>
      </form>
    </Dialog>
  );
}
