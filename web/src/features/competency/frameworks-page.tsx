import { useSuspenseQuery } from '@tanstack/react-query';

import { Button } from '@/components/button';
import { type Column, DataTable } from '@/components/data-table';
import { Row } from '@/components/layout';
import { LinkText } from '@/components/link-text';
import { PageHead } from '@/components/page-head';
import { Pill } from '@/components/pill';
import { showDate } from '@/lib/dates';
import { showNumber } from '@/lib/numbers';
import { useWords } from '@/lib/words';

import { type Framework, frameworksQuery, type Version } from './api';
import { ToldText } from './told-text';

type Line = { framework: Framework; version: Version };

// Every framework with its versions: what is in force, what is drafted.
export function FrameworksPage() {
  const t = useWords();
  const { data } = useSuspenseQuery(frameworksQuery(t.language));
  const lines = data.items.flatMap((framework) =>
    framework.versions.map((version) => ({ framework, version })),
  );

  return (
    <>
      <PageHead
        title={t('menu.frameworks')}
        sentence={t('frameworks.sentence', {
          frameworks: data.items.length,
          drafts: lines.filter((line) => line.version.status === 'draft').length,
        })}
        actions={
          data.actions.includes('import') && (
            <Button icon="upload" to="/framework-import">
              {t('frameworks.import')}
            </Button>
          )
        }
      />
      <DataTable
        caption={t('menu.frameworks')}
        columns={useColumns()}
        rows={lines}
        rowKey={(line) => line.version.id}
        groupOf={({ framework }) => ({
          key: framework.id,
          title: <ToldText text={framework.name} />,
          note: <Remarks framework={framework} />,
        })}
        empty={{ title: t('frameworks.none'), reason: t('frameworks.none.reason') }}
        total={lines.length}
      />
    </>
  );
}

export function Remarks({ framework }: { framework: Framework }) {
  const t = useWords();
  return (
    <Row>
      {framework.remarks.map((remark) => (
        <Pill key={remark} kind="look">
          {t(`frameworks.remark.${remark}`)}
        </Pill>
      ))}
      <span>{framework.source}</span>
    </Row>
  );
}

function useColumns(): Column<Line>[] {
  const t = useWords();
  return [
    {
      id: 'label',
      header: t('frameworks.version'),
      rowHeader: true,
      cell: ({ version }) => (
        <LinkText kind="name" to={`/frameworks/${version.id}`}>
          {version.label}
        </LinkText>
      ),
    },
    {
      id: 'status',
      header: t('frameworks.status'),
      cell: ({ version }) => (
        <Pill kind={version.status === 'approved' ? 'done' : 'neutral'}>
          {t(`frameworks.status.${version.status}`)}
        </Pill>
      ),
    },
    {
      id: 'competencies',
      header: t('frameworks.competencies'),
      align: 'right',
      cell: ({ version }) => showNumber(version.competencies, t.language),
    },
    {
      id: 'decision',
      header: t('frameworks.decision'),
      cell: ({ version }) => version.decision_number,
    },
    {
      id: 'from',
      header: t('frameworks.in_force'),
      cell: ({ version }) => <InForce version={version} />,
    },
  ];
}

export function InForce({ version }: { version: Version }) {
  const t = useWords();
  if (!version.from) return <>{t('frameworks.not_yet')}</>;
  const until = showDate(version.until);
  return (
    <>
      {until
        ? t('frameworks.from_until', { from: showDate(version.from), until })
        : t('frameworks.from', { from: showDate(version.from) })}
    </>
  );
}
