import { useState } from 'react';

import { Button } from '@/components/button';
import { Dialog } from '@/components/dialog';
import { useFieldFaults } from '@/components/field-faults';
import { Row, Stack } from '@/components/layout';
import { Refusal } from '@/components/refusal';
import { SelectField } from '@/components/select-field';
import { TextField } from '@/components/text-field';
import type { PickedUnit } from '@/components/unit-picker';
import { type Language, languages } from '@/lib/languages';
import { useWords } from '@/lib/words';

import { useOpenAccount } from './api';
import { PersonField } from './person-field';
import { SecretOnce } from './secret-once';
import { UnitField } from './unit-field';

export function OpenAccountDialog({ unit, onClose }: { unit: string | null; onClose: () => void }) {
  const t = useWords();
  const open = useOpenAccount();
  const fault = useFieldFaults(open.error);
  const [person, setPerson] = useState<PickedUnit | null>(null);
  const [name, setName] = useState('');
  const [login, setLogin] = useState('');
  const [unitId, setUnitId] = useState(unit ?? '');
  const [language, setLanguage] = useState<Language>('vi');

  return (
    <Dialog title={t('accounts.open')} open holds={!!open.data} onClose={onClose}>
      {open.data ? (
        <Stack>
          <Refusal error={open.data.unlinked} />
          <SecretOnce
            words={t('accounts.first_password', { login: open.data.account.login })}
            secret={open.data.first_password}
            onClose={onClose}
          />
        </Stack>
      ) : (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (open.isPending) return;
            const account = { name, login, unit: unitId, language };
            open.mutate({ account, person: person?.id ?? null });
          }}
        >
          <Stack>
            <PersonField
              value={person}
              onChange={(next) => {
                setPerson(next);
                if (next && !name.trim()) setName(next.name.replace(/ \([^()]*\)$/u, ''));
              }}
              hint={t('accounts.person.hint')}
            />
            <TextField
              label={t('accounts.name')}
              value={name}
              onChange={setName}
              error={fault('/name')}
              required
            />
            <TextField
              label={t('accounts.login')}
              hint={t('accounts.login.hint')}
              value={login}
              onChange={setLogin}
              error={fault('/login')}
              required
            />
            <UnitField value={unitId} onChange={setUnitId} error={fault('/unit')} />
            <SelectField
              label={t('accounts.language')}
              value={language}
              onChange={(next) => next && setLanguage(next)}
              options={languages.map((each) => ({ value: each.code, label: each.name }))}
            />
            <Refusal error={open.error} />
            <Row>
              <Button kind="primary" type="submit" working={open.isPending}>
                {t('accounts.open')}
              </Button>
              <Button onClick={onClose}>{t('ui.leave_as_is')}</Button>
            </Row>
          </Stack>
        </form>
      )}
    </Dialog>
  );
}
