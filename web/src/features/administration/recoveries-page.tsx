import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Row, Stack } from '@/components/layout';
import { PageHead } from '@/components/page-head';
import { Empty } from '@/components/state-blocks';
import { Timeline } from '@/components/timeline';
import { showTime } from '@/lib/dates';
import { useWords } from '@/lib/words';

import { AccountName } from './account-name';
import { recoveriesQuery, type Recovery } from './api';
import { ConfirmRecovery, WithdrawRecovery } from './recovery-dialogs';

export function RecoveriesPage() {
  const t = useWords();
  const { data } = useSuspenseQuery(recoveriesQuery);
  // Kept here: once confirmed, a recovery leaves the list while its code is still to be read.
  const [asked, setAsked] = useState<{ act: 'confirm' | 'withdraw'; of: Recovery } | null>(null);
  const close = () => setAsked(null);
  return (
    <>
      <PageHead
        title={t('menu.recoveries')}
        sentence={t('recoveries.sentence', { count: data.items.length })}
      />
      {data.items.length === 0 ? (
        <Card flush>
          <Empty
            title={t('recoveries.empty')}
            reason={t('recoveries.empty.reason')}
            action={<Button to="/accounts">{t('recoveries.to_accounts')}</Button>}
          />
        </Card>
      ) : (
        <Stack>
          {data.items.map((recovery) => (
            <RecoveryCard
              key={recovery.id}
              recovery={recovery}
              ask={(act) => setAsked({ act, of: recovery })}
            />
          ))}
        </Stack>
      )}
      {asked?.act === 'confirm' && <ConfirmRecovery recovery={asked.of} onClose={close} />}
      {asked?.act === 'withdraw' && <WithdrawRecovery recovery={asked.of} onClose={close} />}
    </>
  );
}

type CardProps = { recovery: Recovery; ask: (act: 'confirm' | 'withdraw') => void };

function RecoveryCard({ recovery, ask }: CardProps) {
  const t = useWords();
  const may = (act: string) => recovery.actions.includes(act);
  return (
    <Card title={<AccountName id={recovery.account} />}>
      <Stack>
        <Timeline
          label={t('recoveries.history')}
          entries={[...recovery.acts].reverse().map((act) => ({
            key: act.done_at ?? '',
            act: t(`recoveries.became.${act.became}`),
            date: showTime(act.done_at ?? ''),
            note: (
              <>
                {act.reason && `${act.reason} `}(<AccountName id={act.done_by} />)
              </>
            ),
          }))}
        />
        {!may('confirm') && recovery.status === 'asked' && <p>{t('recoveries.needs_second')}</p>}
        <Row>
          {may('confirm') && (
            <Button kind="primary" onClick={() => ask('confirm')}>
              {t('recoveries.confirm')}
            </Button>
          )}
          {may('withdraw') && (
            <Button onClick={() => ask('withdraw')}>{t('recoveries.withdraw')}</Button>
          )}
        </Row>
      </Stack>
    </Card>
  );
}
