import { useState } from 'react';

import { Button } from '@/components/button';
import { DateField } from '@/components/date-field';
import { Dialog } from '@/components/dialog';
import { useFieldFaults } from '@/components/field-faults';
import { hasHalfTyped } from '@/components/half-typed';
import { Row, Stack } from '@/components/layout';
import { NumberField } from '@/components/number-field';
import { Refusal } from '@/components/refusal';
import { TextField } from '@/components/text-field';
import { toast } from '@/components/toast';
import { showDate, today } from '@/lib/dates';
import { showNumber } from '@/lib/numbers';
import { useWords } from '@/lib/words';

import { type Setting, useSetSetting } from './api';

export function SetSettingDialog({ setting, onClose }: { setting: Setting; onClose: () => void }) {
  const t = useWords();
  const save = useSetSetting();
  const fault = useFieldFaults(save.error);
  const [value, setValue] = useState<number | null>(setting.value);
  const [from, setFrom] = useState<string | null>(today());
  const [basis, setBasis] = useState('');
  const [tried, setTried] = useState(false);
  const required = (is: boolean) => (tried && !is ? t('fault.required') : null);

  function submit() {
    setTried(true);
    if (value === null || !from || !basis.trim() || save.isPending) return;
    save.mutate(
      { name: setting.name, value, from, legal_basis: basis.trim() },
      {
        onSuccess: () => {
          toast(t('settings.saved', { date: showDate(from) }));
          onClose();
        },
      },
    );
  }
  return (
    <Dialog title={t(`settings.${setting.name}`)} open onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!hasHalfTyped(event.currentTarget)) submit();
        }}
      >
        <Stack>
          <NumberField
            label={t('settings.new_value')}
            hint={t('settings.range', {
              least: showNumber(setting.least, t.language),
              most: showNumber(setting.most, t.language),
              standard: showNumber(setting.standard, t.language),
            })}
            value={value}
            onChange={setValue}
            error={required(value !== null) ?? fault('/value')}
          />
          <DateField
            label={t('settings.from')}
            value={from}
            onChange={setFrom}
            error={required(from !== null) ?? fault('/from')}
          />
          <TextField
            label={t('settings.legal_basis')}
            hint={t('settings.legal_basis.hint')}
            value={basis}
            onChange={setBasis}
            error={required(!!basis.trim()) ?? fault('/legal_basis')}
          />
          <Refusal error={save.error} />
          <Row>
            <Button kind="primary" type="submit" working={save.isPending}>
              {t('settings.save')}
            </Button>
            <Button onClick={onClose}>{t('ui.leave_as_is')}</Button>
          </Row>
        </Stack>
      </form>
    </Dialog>
  );
}
