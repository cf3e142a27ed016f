import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';

import { AsOfDate, useAsOf } from '@/components/as-of-date';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Facts, Split, Stack } from '@/components/layout';
import { PageHead } from '@/components/page-head';
import { PrintHeader } from '@/components/print-header';
import { showDate } from '@/lib/dates';
import { nameIn } from '@/lib/names';
import { useSession } from '@/lib/session';
import { useWords } from '@/lib/words';

import { careerQuery, type Person, personQuery } from './api';
import { CareerTimeline } from './career-timeline';
import { HoldingDialog } from './holding-dialog';
import { NameDialog } from './name-dialog';
import { PersonFacts } from './person-facts';
import { TrainingRecord } from './training-record';

type Act = 'appoint' | 'transfer' | 'name';

// Who somebody is, what they hold and held, and what is on file of them.
export function PersonPage() {
  const t = useWords();
  const { personId = '' } = useParams();
  const { on } = useAsOf();
  const { data } = useSuspenseQuery(personQuery(personId, on));
  const career = useSuspenseQuery(careerQuery(personId)).data.items;
  const [act, setAct] = useState<Act | null>(null);
  const person = data.value;
  const main = career.find(
    (line) => line.kind === 'main' && (line.from ?? '') <= on && (line.until ?? '9999') > on,
  );

  return (
    <>
      <PrintHeader unit={person.unit.full_name} asOf={showDate(on)} />
      <PageHead
        title={person.name}
        trail={[{ label: t('menu.roster'), to: `/roster?on=${on}` }, { label: person.name }]}
        sentence={
          <>
            {main
              ? t('person.sentence', {
                  position: nameIn(t.language, main.position_name, main.position_name_en),
                  unit: main.unit_name,
                })
              : t('person.sentence.none')}{' '}
            <AsOfDate />.
          </>
        }
        actions={<Actions person={person} on={on} onAct={setAct} />}
      />
      <Split width={408} side={<Side person={person} on={on} />}>
        <Stack>
          <Card title={t('person.career')}>
            <CareerTimeline lines={career} />
          </Card>
          <TrainingRecord person={person.id} on={on} />
        </Stack>
      </Split>
      {(act === 'appoint' || act === 'transfer') && (
        <HoldingDialog person={person} main={main} kind={act} onClose={() => setAct(null)} />
      )}
      {act === 'name' && (
        <NameDialog person={person} version={data.version} onClose={() => setAct(null)} />
      )}
    </>
  );
}

type ActionsProps = { person: Person; on: string; onAct: (act: Act) => void };

function Actions({ person, on, onAct }: ActionsProps) {
  const t = useWords();
  const { session, may } = useSession();
  return (
    <>
      {(may('read_needs') || session?.person === person.id) && (
        <Button to={`/people/${person.id}/gaps?on=${on}`}>{t('person.gaps')}</Button>
      )}
      {person.actions.includes('correct_name') && (
        <Button onClick={() => onAct('name')}>{t('person.correct_name')}</Button>
      )}
      {person.actions.includes('transfer') && (
        <Button onClick={() => onAct('transfer')}>{t('person.transfer')}</Button>
      )}
      {person.actions.includes('appoint') && (
        <Button kind="primary" icon="plus" onClick={() => onAct('appoint')}>
          {t('person.appoint')}
        </Button>
      )}
    </>
  );
}

function Side({ person, on }: { person: Person; on: string }) {
  const t = useWords();
  return (
    <Stack>
      <Card title={t('person.identity')}>
        <Facts
          items={[
            { label: t('person.staff_number'), value: person.staff_number },
            { label: t('person.given'), value: person.given },
            { label: t('person.family'), value: [person.family, person.middle].join(' ').trim() },
            { label: t('person.unit'), value: person.unit.full_name },
          ]}
        />
      </Card>
      {person.actions.includes('read_facts') && <PersonFacts person={person.id} on={on} />}
    </Stack>
  );
}
