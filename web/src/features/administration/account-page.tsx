import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';

import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Facts, Row, Stack } from '@/components/layout';
import { PageHead } from '@/components/page-head';
import { Notice, ReadOnly } from '@/components/state-blocks';
import { Timeline } from '@/components/timeline';
import { UnitName } from '@/components/unit-name';
import { showTime } from '@/lib/dates';
import { languages } from '@/lib/languages';
import { useWords } from '@/lib/words';

import { AccountActDialog } from './account-act-dialog';
import { AccountName } from './account-name';
import { accountQuery, type AccountRecord } from './api';
import { useConflictWords } from './conflicts';
import { GiveRoleDialog } from './give-role-dialog';
import { GrantTable } from './grant-table';
import { LinkPersonDialog } from './link-person-dialog';

const acts = ['recover', 'close', 'reopen'] as const;

export function AccountPage() {
  const t = useWords();
  const { account: id = '' } = useParams();
  const { data: record } = useSuspenseQuery(accountQuery(id));
  const { account } = record;
  const conflictWords = useConflictWords();
  const [asked, setAsked] = useState<(typeof acts)[number] | 'grant' | 'link' | null>(null);
  const close = () => setAsked(null);

  return (
    <>
      <PageHead
        title={account.name}
        trail={[{ label: t('menu.accounts'), to: '/accounts' }, { label: account.name }]}
        sentence={t(`accounts.is.${account.status}`, { login: account.login })}
        actions={
          <Row>
            {account.actions.includes('grant') && (
              <Button kind="primary" onClick={() => setAsked('grant')}>
                {t('grants.give')}
              </Button>
            )}
            {account.actions.includes('link') && (
              <Button onClick={() => setAsked('link')}>{t('accounts.link')}</Button>
            )}
            {acts
              .filter((act) => account.actions.includes(act))
              .map((act) => (
                <Button key={act} onClick={() => setAsked(act)}>
                  {t(`accounts.act.${act}`)}
                </Button>
              ))}
          </Row>
        }
      />
      <Stack gap={24}>
        {account.actions.length === 0 && <ReadOnly>{t('accounts.read_only')}</ReadOnly>}
        {record.conflicts.length > 0 && (
          <Notice>
            {t('accounts.conflicts.notice', { pairs: conflictWords(record.conflicts) })}
          </Notice>
        )}
        <GrantTable account={account} />
        <About record={record} />
      </Stack>
      {asked === 'grant' && <GiveRoleDialog account={account} onClose={close} />}
      {asked === 'link' && <LinkPersonDialog account={account} onClose={close} />}
      {asked && asked !== 'grant' && asked !== 'link' && (
        <AccountActDialog account={account} act={asked} onClose={close} />
      )}
    </>
  );
}

function About({ record: { account, acts: done } }: { record: AccountRecord }) {
  const t = useWords();
  return (
    <Card title={t('accounts.about')}>
      <Stack>
        <Facts
          items={[
            { label: t('accounts.login'), value: account.login },
            { label: t('accounts.unit'), value: <UnitName id={account.unit} /> },
            {
              label: t('accounts.language'),
              value: languages.find((each) => each.code === account.language)?.name,
            },
            {
              label: t('accounts.person'),
              value: t(account.person ? 'accounts.person.yes' : 'accounts.person.no'),
            },
          ]}
        />
        {done.length > 0 && (
          <Timeline
            label={t('accounts.history')}
            entries={[...done].reverse().map((act) => ({
              key: act.done_at ?? '',
              act: t(`accounts.became.${act.became}`),
              date: showTime(act.done_at ?? ''),
              note: (
                <>
                  {act.reason} (<AccountName id={act.done_by} />)
                </>
              ),
            }))}
          />
        )}
      </Stack>
    </Card>
  );
}
