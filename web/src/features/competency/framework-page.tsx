import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from 'react-router';

import { Button } from '@/components/button';
import { ExportButtons } from '@/components/export-buttons';
import { FilterRow, Stack } from '@/components/layout';
import { PageHead } from '@/components/page-head';
import { SelectField } from '@/components/select-field';
import { Notice } from '@/components/state-blocks';
import { Tabs } from '@/components/tabs';
import { useUrlState } from '@/lib/url-state';
import { useWords } from '@/lib/words';

import { exportVersion, type FrameworkPage as Page, frameworksQuery, versionQuery } from './api';
import { ApproveDialog } from './approve-dialog';
import { NewAreaDialog } from './area-dialog';
import { ComparisonPanel } from './comparison-panel';
import { CompetencyList } from './competency-list';
import { CopyDialog } from './copy-dialog';
import { InForce } from './frameworks-page';

type View = 'content' | 'comparison';

// One version of a framework: areas, competencies, levels; and what changed since another one.
export function FrameworkPage() {
  const t = useWords();
  const { versionId = '' } = useParams();
  const [view, setView] = useUrlState('view', 'content');
  const { data } = useSuspenseQuery(versionQuery(versionId, t.language));
  const page = data.value;

  return (
    <>
      <PageHead
        trail={[{ label: t('menu.frameworks'), to: '/frameworks' }]}
        title={page.framework.name.text || page.framework.code}
        sentence={
          <>
            {t('frameworks.page.sentence', {
              competencies: page.version.competencies,
              areas: page.areas.length,
              levels: page.levels.length,
            })}{' '}
            <InForce version={page.version} />
            {page.version.decision_number && `, ${page.version.decision_number}`}.
          </>
        }
        actions={<Actions page={page} />}
      />
      <Stack>
        {page.framework.remarks.map((remark) => (
          <Notice key={remark} tone="neutral">
            {t(`frameworks.remark.${remark}.long`)}
          </Notice>
        ))}
        {page.actions.includes('edit') && !page.actions.includes('approve') && (
          <Notice tone="neutral">{t('frameworks.draft.own')}</Notice>
        )}
        <FilterRow
          aside={
            <ExportButtons
              what={page.framework.name.text || page.framework.code}
              save={(kind) => exportVersion(page.version.id, kind, t.language)}
            />
          }
        >
          <VersionPicker page={page} />
        </FilterRow>
        <Tabs<View>
          label={t('frameworks.view')}
          value={view as View}
          onChange={setView}
          tabs={[
            {
              value: 'content',
              label: t('frameworks.view.content'),
              panel: <CompetencyList page={page} />,
            },
            {
              value: 'comparison',
              label: t('frameworks.view.comparison'),
              panel: <ComparisonPanel page={page} />,
            },
          ]}
        />
      </Stack>
    </>
  );
}

function VersionPicker({ page }: { page: Page }) {
  const t = useWords();
  const navigate = useNavigate();
  const { data } = useSuspenseQuery(frameworksQuery(t.language));
  const framework = data.items.find((each) => each.id === page.framework.id);
  return (
    <SelectField
      label={t('frameworks.version')}
      value={page.version.id}
      onChange={(id) => id && void navigate(`/frameworks/${id}`)}
      options={(framework?.versions ?? [page.version]).map((version) => ({
        value: version.id,
        label: `${version.label} · ${t(`frameworks.status.${version.status}`)}`,
      }))}
    />
  );
}

function Actions({ page }: { page: Page }) {
  const t = useWords();
  const { data } = useSuspenseQuery(frameworksQuery(t.language));
  const mayCopy = data.items
    .find((each) => each.id === page.framework.id)
    ?.actions.includes('copy');
  return (
    <>
      {mayCopy && <CopyDialog version={page.version.id} />}
      {page.actions.includes('edit') && (
        <>
          <NewAreaDialog page={page} />
          <Button icon="plus" to={`/frameworks/${page.version.id}/competency`}>
            {t('frameworks.add_item')}
          </Button>
        </>
      )}
      {page.actions.includes('approve') && <ApproveDialog page={page} />}
    </>
  );
}
