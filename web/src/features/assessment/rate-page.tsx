import { useSuspenseQueries } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useNavigate, useParams } from 'react-router';

import { Card } from '@/components/card';
import { Stack } from '@/components/layout';
import { PageHead } from '@/components/page-head';
import { SelectField } from '@/components/select-field';
import { Empty } from '@/components/state-blocks';
import { useUnitScope } from '@/lib/unit-scope';
import { useUrlState } from '@/lib/url-state';
import { useWords } from '@/lib/words';

import { matrixQuery, personQuery, type Record } from './api';
import { RateForm } from './rate-form';
import { RatingLine } from './rating-line';
import styles from './assessment.module.css';
import { orderedCompetencies } from './team-figures';

export function RatePage() {
  const t = useWords();
  const { personId = '' } = useParams();
  const { unitId } = useUnitScope();
  const navigate = useNavigate();
  const [chosen, setChosen] = useUrlState('competency');
  const [{ data: matrix }, { data: person }] = useSuspenseQueries({
    queries: [matrixQuery(unitId ?? '', t.language), personQuery(personId, t.language)],
  });
  const cells = matrix.rows.find((row) => row.person.id === personId)?.cells ?? [];
  const competencies = orderedCompetencies(matrix).filter((each) =>
    cells.some((cell) => cell.competency === each.id && cell.required != null),
  );
  const competency = competencies.find((each) => each.id === chosen) ?? competencies[0];
  const at = competencies.findIndex((each) => each.id === competency?.id);
  const next = competencies[at + 1];
  const record = person.competencies.find((each) => each.competency.id === competency?.id);
  const [title, focusNext] = useNextTitle(competency?.id);
  const required = cells.find((cell) => cell.competency === competency?.id)?.required ?? null;

  return (
    <>
      <PageHead
        title={t('assessment.rate.title', { name: person.person.name })}
        sentence={t('assessment.rate.sentence', { at: at + 1, all: competencies.length })}
        trail={[{ label: t('assessment.team'), to: '/team' }, { label: person.person.name }]}
      />
      {!competency ? (
        <Empty title={t('assessment.rate.nothing')} reason={t('assessment.rate.nothing.reason')} />
      ) : (
        <Stack gap={16}>
          <SelectField
            label={t('assessment.competency')}
            value={competency.id}
            onChange={setChosen}
            options={competencies.map((each) => ({ value: each.id, label: each.name }))}
          />
          <Card
            title={
              <span ref={title} tabIndex={-1}>
                {competency.name}
              </span>
            }
          >
            <RateForm
              key={competency.id}
              person={personId}
              competency={competency}
              required={required}
              own={lastOf(record, 'self')}
              actions={matrix.actions}
              last={!next}
              onDone={() => {
                if (!next) return void navigate('/team');
                focusNext();
                setChosen(next.id);
              }}
            />
          </Card>
          {record && (
            <Card title={t('assessment.history')}>
              <ul className={styles.list}>
                {record.ratings.map((rating) => (
                  <RatingLine key={rating.id} rating={rating} />
                ))}
              </ul>
            </Card>
          )}
        </Stack>
      )}
    </>
  );
}

// The form is another one for each competency: whoever saved one goes on at the name of the next.
function useNextTitle(competency: string | undefined) {
  const ref = useRef<HTMLSpanElement>(null);
  const goesOn = useRef(false);
  useEffect(() => {
    if (goesOn.current) ref.current?.focus();
    goesOn.current = false;
  }, [competency]);
  return [ref, () => void (goesOn.current = true)] as const;
}

function lastOf(record: Record | undefined, method: string) {
  return record?.ratings.find((rating) => rating.method === method && !rating.withdrawn) ?? null;
}
