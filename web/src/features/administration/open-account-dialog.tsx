import { useState } from 'react';

import { Button } from '@/components/button';
import { Dialog } from '@/components/dialog';
import { useFieldFaults } from '@/components/field-faults';
import { Row, Stack } from '@/components/layout';
import { Refusal } from '@/components/refusal';
import { SelectField } from '@/components/select-field';
import { TextField } from '@/components/text-field';
import { type Language, languages } from '@/lib/languages';
import { useWords } from '@/lib/words';

import { useOpenAccount } from './api';
import { SecretOnce } from './secret-once';
import { UnitField } from './unit-field';

export function OpenAccountDialog({ unit, onClose }: { unit: string | null; onClose: () => void }) {
  const t = useWords();
  const open = useOpenAccount();
  const fault = useFieldFaults(open.error);
  const [name, setName] = useState('');
  const [login, setLogin] = useState('');
  const [unitId, setUnitId] = useState(unit ?? '');
  const [language, setLanguage] = useState<Language>('vi');

  return (
    <Dialog title={t('accounts.open')} open holds={!!open.data} onClose={onClose}>
      {open.data ? (
        <SecretOnce
          words={t('accounts.first_password', { login: open.data.account.login })}
          secret={open.data.first_password}
          onClose={onClose}
        />
      ) : (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (!open.isPending) open.mutate({ name, login, unit: unitId, language });
          }}
        >
          <Stack>
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
