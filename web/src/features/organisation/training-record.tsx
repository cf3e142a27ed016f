import { useQuery } from '@tanstack/react-query';

import { Card } from '@/components/card';
import { LinkText } from '@/components/link-text';
import { Failed, Loading } from '@/components/state-blocks';
import { Timeline } from '@/components/timeline';
import { showDate } from '@/lib/dates';
import { nameIn } from '@/lib/names';
import { useWords } from '@/lib/words';

import { type Attendance, trainingQuery } from './api';

// What somebody took part in, the latest first, with the unit they came from as it was called then.
export function TrainingRecord({ person, on }: { person: string; on: string }) {
  const t = useWords();
  const { data, error, isPending, refetch } = useQuery(trainingQuery(person, on));

  return (
    <Card title={t('person.training')}>
      {isPending && <Loading rows={3} />}
      {error && <Failed error={error} retry={() => void refetch()} />}
      {data?.items.length === 0 && <p>{t('person.training.none')}</p>}
      {data && data.items.length > 0 && (
        <Timeline
          label={t('person.training')}
          entries={data.items.map((run) => ({
            key: `${run.run} ${run.from}`,
            act: (
              <LinkText to={`/programmes/${run.programme_version}`}>
                {nameIn(t.language, run.title, run.title_en)}
              </LinkText>
            ),
            date: t('person.training.days', {
              from: showDate(run.from),
              until: showDate(run.until),
            }),
            note: <Note run={run} />,
          }))}
        />
      )}
    </Card>
  );
}

function Note({ run }: { run: Attendance }) {
  const t = useWords();
  const unit = nameIn(t.language, run.unit.full_name, run.unit.full_name_en);
  const where = run.now
    ? t('person.training.then_now', {
        unit,
        now: nameIn(t.language, run.now.full_name, run.now.full_name_en),
      })
    : unit;
  return (
    <>
      {t(run.completed ? 'person.training.completed' : 'person.training.not_completed')}. {where}.
    </>
  );
}
