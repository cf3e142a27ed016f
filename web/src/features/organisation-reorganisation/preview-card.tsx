import { useQuery } from '@tanstack/react-query';

import { Card } from '@/components/card';
import { Facts, Stack } from '@/components/layout';
import { Failed, Loading, Notice } from '@/components/state-blocks';
import { showNumber } from '@/lib/numbers';
import { useWords } from '@/lib/words';

import { type Preview, previewQuery, type Reorganisation } from './api';
import { FlowCard } from './flow-card';

// What the steps come to, in figures and as a picture, before anybody decides.
export function PreviewCard({ found }: { found: Reorganisation }) {
  const t = useWords();
  const preview = useQuery(previewQuery(found.id));
  if (preview.isError) {
    return <Failed error={preview.error} retry={() => void preview.refetch()} />;
  }
  if (!preview.data) return <Loading />;
  const effect = preview.data;
  if (effect.faults.length > 0) {
    return (
      <Notice>
        <ul>
          {effect.faults.map((fault) => (
            <li key={`${fault.path} ${fault.code}`}>
              {t('reorganisation.fault', { step: Number(fault.path.split('/')[2] ?? 0) + 1 })}{' '}
              {t(`reorganisation.fault.${fault.code}`)}
            </li>
          ))}
        </ul>
      </Notice>
    );
  }
  return (
    <>
      <Card title={t('reorganisation.effect')}>
        <Stack>
          {t('reorganisation.effect.sentence', {
            moved: effect.people_moved,
            asked: effect.people_asked,
            posts: effect.posts,
          })}
          <Figures effect={effect} />
        </Stack>
      </Card>
      {effect.flows.length > 0 && <FlowCard flows={effect.flows} />}
    </>
  );
}

function Figures({ effect }: { effect: Preview }) {
  const t = useWords();
  const number = (value: number) => showNumber(value, t.language);
  const levels = effect.before.flatMap((before) => {
    const after = effect.after.find((each) => each.level === before.level)?.units ?? 0;
    if (after === before.units) return [];
    return [
      {
        label: t(`reorganisation.level.${before.level}`),
        value: `${number(before.units)} → ${number(after)}`,
      },
    ];
  });
  const asked = t('reorganisation.people_asked.of', {
    asked: effect.people_asked,
    placed: effect.people_placed,
  });
  return (
    <Facts
      items={[
        ...levels,
        { label: t('reorganisation.people_moved'), value: number(effect.people_moved) },
        { label: t('reorganisation.people_asked'), value: asked },
        { label: t('reorganisation.posts'), value: number(effect.posts) },
        ...effect.impacts.map((impact) => ({
          label: t(`reorganisation.impact.${impact.noun}`),
          value: number(impact.count),
        })),
      ]}
    />
  );
}
