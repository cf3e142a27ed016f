import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from 'react-router';

import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Facts, Row, Split, Stack } from '@/components/layout';
import { LinkText } from '@/components/link-text';
import { PageHead } from '@/components/page-head';
import { Pill } from '@/components/pill';
import { Refusal } from '@/components/refusal';
import { showDate } from '@/lib/dates';
import { nameIn } from '@/lib/names';
import { showMoney, showNumber } from '@/lib/numbers';
import { useWords } from '@/lib/words';

import {
  exportTopics,
  overlapsQuery,
  type ProgrammeDetails,
  programmeQuery,
  useApproveProgramme,
  useDraftNext,
} from './api';

export function ProgrammePage() {
  const t = useWords();
  const id = useParams()['version'] ?? '';
  const { data } = useSuspenseQuery(programmeQuery(id, t.language));
  const page = data.value;
  const { version } = page;
  const title = nameIn(t.language, version.title, version.title_en);

  return (
    <>
      <PageHead
        trail={[{ label: t('menu.programmes'), to: '/programmes' }, { label: version.code }]}
        title={title}
        sentence={t('programmes.claim', {
          hours: showNumber(version.hours, t.language),
          days: version.days,
          least: version.min_class,
          most: version.max_class,
        })}
        actions={<Acts page={page} lock={data.version} />}
      />
      <Split side={<Side page={page} />}>
        <Stack gap={24}>
          <Outcomes page={page} />
          <Topics page={page} />
        </Stack>
      </Split>
    </>
  );
}

function Acts({ page, lock }: { page: ProgrammeDetails; lock: string }) {
  const t = useWords();
  const navigate = useNavigate();
  const approve = useApproveProgramme(page.version.id, lock);
  const next = useDraftNext(page.version.id);
  return (
    <Stack gap={8}>
      <Row>
        <Pill kind={page.version.status === 'approved' ? 'done' : 'neutral'}>
          {t(`programmes.status.${page.version.status}`)}
        </Pill>
        {page.actions.includes('approve') && (
          <Button kind="primary" working={approve.isPending} onClick={() => approve.mutate()}>
            {t('programmes.approve')}
          </Button>
        )}
        {page.actions.includes('draft_next') && (
          <Button
            working={next.isPending}
            onClick={() =>
              next.mutate(undefined, {
                onSuccess: (made) => void navigate(`/programmes/${made.id}`),
              })
            }
          >
            {t('programmes.draft_next')}
          </Button>
        )}
      </Row>
      <Refusal error={approve.error ?? next.error} />
    </Stack>
  );
}

function Outcomes({ page }: { page: ProgrammeDetails }) {
  const t = useWords();
  return (
    <Card title={t('programmes.outcomes')}>
      <Facts
        items={page.outcomes.map((outcome) => ({
          label: outcome.name || outcome.code,
          value: t('programmes.levels', { from: outcome.from_level, to: outcome.to_level }),
        }))}
      />
    </Card>
  );
}

function Topics({ page }: { page: ProgrammeDetails }) {
  const t = useWords();
  return (
    <Card
      title={t('programmes.topics')}
      aside={
        page.topics.length > 0 && (
          <Button kind="text" icon="download" onClick={() => void exportTopics(page.version.id)}>
            {t('programmes.topics.export')}
          </Button>
        )
      }
    >
      {page.topics.length === 0 ? (
        <p>{t('programmes.topics.none')}</p>
      ) : (
        <Facts
          items={page.topics.map((topic) => ({
            label: `${topic.seq}. ${topic.title}`,
            value: t('programmes.topic_hours', { hours: topic.hours }),
          }))}
        />
      )}
    </Card>
  );
}

function Side({ page }: { page: ProgrammeDetails }) {
  const t = useWords();
  const { version } = page;
  const overlaps = useQuery(overlapsQuery(version.id));
  const named = (one: { title: string; title_en: string }) =>
    nameIn(t.language, one.title, one.title_en);
  return (
    <Stack>
      <Card title={t('programmes.facts')}>
        <Facts
          items={[
            { label: t('programmes.provider'), value: version.provider },
            { label: t('programmes.form'), value: t(`programmes.form.${version.form}`) },
            {
              label: t('programmes.cost_per_class'),
              value: showMoney(version.cost_per_class, t.language),
            },
            {
              label: t('programmes.cost_per_person'),
              value: showMoney(version.cost_per_person, t.language),
            },
            { label: t('programmes.source'), value: page.source },
          ]}
        />
      </Card>
      <Card title={t('programmes.versions')}>
        <Facts
          items={page.versions.map((each) => ({
            label: (
              <LinkText to={`/programmes/${each.id}`}>
                {t('programmes.version', { number: each.number })}
              </LinkText>
            ),
            value: `${t(`programmes.status.${each.status}`)} ${showDate(each.from)}`,
          }))}
        />
      </Card>
      {(overlaps.data?.items.length ?? 0) > 0 && (
        <Card title={t('programmes.overlaps')}>
          <Facts
            items={(overlaps.data?.items ?? []).map((found) => ({
              label: (
                <LinkText to={`/programmes/${found.other.version}`}>{named(found.other)}</LinkText>
              ),
              value: `${found.percent} %`,
            }))}
          />
        </Card>
      )}
    </Stack>
  );
}
