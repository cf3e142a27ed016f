import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { type Column, DataTable } from '@/components/data-table';
import { LinkText } from '@/components/link-text';
import { PageHead } from '@/components/page-head';
import { ReadOnly } from '@/components/state-blocks';
import { showDate, today } from '@/lib/dates';
import { showNumber } from '@/lib/numbers';
import { useWords } from '@/lib/words';

import { AccountName } from './account-name';
import { type Setting, settingsQuery } from './api';
import { SetSettingDialog } from './set-setting-dialog';

export function SettingsPage() {
  const t = useWords();
  const { data } = useSuspenseQuery(settingsQuery);
  const [setting, setSetting] = useState<Setting | null>(null);
  const decided = data.items.filter((each) => each.value !== each.standard).length;
  const isReadOnly = data.items.every((each) => each.actions.length === 0);

  const columns: Column<Setting>[] = [
    {
      id: 'name',
      header: t('settings.name'),
      rowHeader: true,
      cell: (each) => t(`settings.${each.name}`),
    },
    {
      id: 'value',
      header: t('settings.value'),
      align: 'right',
      cell: (each) => showNumber(each.value, t.language),
    },
    {
      id: 'standard',
      header: t('settings.standard'),
      align: 'right',
      cell: (each) => showNumber(each.standard, t.language),
    },
    { id: 'basis', header: t('settings.basis'), cell: (each) => <Decisions setting={each} /> },
    {
      id: 'act',
      header: t('settings.act'),
      acts: true,
      cell: (each) =>
        each.actions.includes('set') && (
          <LinkText onClick={() => setSetting(each)}>{t('settings.change')}</LinkText>
        ),
    },
  ];
  return (
    <>
      <PageHead
        title={t('menu.settings')}
        sentence={t('settings.sentence', {
          count: data.items.length,
          decided,
          date: showDate(today()),
        })}
      />
      {isReadOnly && data.items.length > 0 && <ReadOnly>{t('settings.read_only')}</ReadOnly>}
      <DataTable
        caption={t('menu.settings')}
        columns={columns}
        rows={data.items}
        rowKey={(each) => each.name}
        empty={{ title: t('settings.empty'), reason: t('settings.empty.reason') }}
      />
      {setting && <SetSettingDialog setting={setting} onClose={() => setSetting(null)} />}
    </>
  );
}

function Decisions({ setting }: { setting: Setting }) {
  const t = useWords();
  if (setting.decisions.length === 0) return t('settings.by_standard');
  return (
    <ul>
      {setting.decisions.map((decision) => (
        <li key={decision.from}>
          {t('settings.decision', {
            value: showNumber(decision.value, t.language),
            from: showDate(decision.from),
            basis: decision.legal_basis,
          })}{' '}
          (<AccountName id={decision.set_by} />)
        </li>
      ))}
    </ul>
  );
}
