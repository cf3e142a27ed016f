import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';

import { Card } from '@/components/card';
import { Facts, Split, Stack } from '@/components/layout';
import { PageHead } from '@/components/page-head';
import { PrintHeader } from '@/components/print-header';
import { showNumber } from '@/lib/numbers';
import { useWords } from '@/lib/words';

import { ProgrammeActs } from './acts';
import { type ProgrammeDetails, programmeQuery } from './api';
import { ProgrammeSide } from './programme-side';
import { TopicsCard } from './topics-card';

export function ProgrammePage() {
  const t = useWords();
  const id = useParams()['version'] ?? '';
  const { data } = useSuspenseQuery(programmeQuery(id, t.language));
  const page = data.value;
  const { version } = page;
  const title = t.language === 'vi' ? version.title : version.title_en || version.title;

  return (
    <>
      <PrintHeader unit={version.provider} />
      <PageHead
        trail={[{ label: t('menu.programmes'), to: '/programmes' }, { label: version.code }]}
        title={title}
        sentence={t('programmes.claim', {
          hours: showNumber(version.hours, t.language),
          days: version.days,
          least: version.min_class,
          most: version.max_class,
        })}
        actions={<ProgrammeActs page={page} lock={data.version} />}
      />
      <Split side={<ProgrammeSide page={page} />}>
        <Stack gap={24}>
          {(page.purpose !== '' || page.audience !== '') && <Purpose page={page} />}
          <Outcomes page={page} />
          <TopicsCard page={page} lock={data.version} />
        </Stack>
      </Split>
    </>
  );
}

function Purpose({ page }: { page: ProgrammeDetails }) {
  const t = useWords();
  return (
    <Card title={t('programmes.purpose')}>
      <Stack gap={8}>
        {page.purpose !== '' && <p>{page.purpose}</p>}
        {page.audience !== '' && (
          <p>
            <strong>{t('programmes.audience')}:</strong> {page.audience}
          </p>
        )}
      </Stack>
    </Card>
  );
}

function Outcomes({ page }: { page: ProgrammeDetails }) {
  const t = useWords();
  return (
    <Card title={t('programmes.outcomes')}>
      {page.outcomes.length === 0 ? (
        <p>{t('programmes.outcomes.none')}</p>
      ) : (
        <Facts
          items={page.outcomes.map((outcome) => ({
            label: outcome.name || outcome.code,
            value: t('programmes.levels', { from: outcome.from_level, to: outcome.to_level }),
          }))}
        />
      )}
    </Card>
  );
}
