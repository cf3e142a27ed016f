import { useState } from 'react';

import { Card } from '@/components/card';
import { CheckField } from '@/components/check-field';
import { Kbd } from '@/components/kbd';
import { Facts, Stack } from '@/components/layout';
import { PageHead } from '@/components/page-head';
import { shortcutsAreOn, switchShortcuts } from '@/lib/shortcuts';
import { useWords } from '@/lib/words';

const topics = ['todo', 'date', 'why', 'search', 'sent_back', 'language'];
const keys = [
  { keys: ['/'], id: 'help.key.search' },
  { keys: ['g', 'h'], id: 'help.key.home' },
  { keys: ['?'], id: 'help.key.help' },
  { keys: ['←', '→', '↑', '↓'], id: 'help.key.arrows' },
  { keys: ['Enter'], id: 'help.key.enter' },
  { keys: ['Esc'], id: 'help.key.escape' },
];

export function HelpPage() {
  const t = useWords();
  const [on, setOn] = useState(shortcutsAreOn);
  return (
    <>
      <PageHead title={t('help.title')} sentence={t('help.sentence')} />
      <Stack>
        {topics.map((topic) => (
          <Card key={topic} title={t(`help.topic.${topic}`)}>
            <p style={{ maxWidth: '68ch' }}>{t(`help.topic.${topic}.words`)}</p>
          </Card>
        ))}
        <Card title={t('help.keys')}>
          <Stack gap={12}>
            <CheckField
              label={t('help.keys_on')}
              checked={on}
              onChange={(next) => {
                switchShortcuts(next);
                setOn(next);
              }}
            />
            <Facts
              items={keys.map((entry) => ({
                label: entry.keys.map((key) => <Kbd key={key}>{key}</Kbd>),
                value: t(entry.id),
              }))}
            />
          </Stack>
        </Card>
      </Stack>
    </>
  );
}
