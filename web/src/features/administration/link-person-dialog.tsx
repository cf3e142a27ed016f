import { useState } from 'react';

import { Button } from '@/components/button';
import { Dialog } from '@/components/dialog';
import { Row, Stack } from '@/components/layout';
import { Refusal } from '@/components/refusal';
import { toast } from '@/components/toast';
import type { PickedUnit } from '@/components/unit-picker';
import { useWords } from '@/lib/words';

import { type Account, useLinkPerson } from './api';
import { PersonField } from './person-field';

export function LinkPersonDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const t = useWords();
  const link = useLinkPerson();
  const [person, setPerson] = useState<PickedUnit | null>(null);

  return (
    <Dialog title={t('accounts.link.title', { name: account.name })} open onClose={onClose}>
      <Stack>
        <p>{t('accounts.link.effect')}</p>
        <PersonField value={person} onChange={setPerson} />
        <Refusal error={link.error} />
        <Row>
          <Button
            kind="primary"
            working={link.isPending}
            disabled={!person}
            reason={t('accounts.link.needs')}
            onClick={() =>
              person &&
              link.mutate(
                { account: account.id, person: person.id },
                {
                  onSuccess: () => {
                    toast(t('accounts.linked', { name: account.name }));
                    onClose();
                  },
                },
              )
            }
          >
            {t('accounts.link.act')}
          </Button>
          <Button onClick={onClose}>{t('ui.leave_as_is')}</Button>
        </Row>
      </Stack>
    </Dialog>
  );
}
