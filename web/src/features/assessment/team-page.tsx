import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router';

import { Button } from '@/components/button';
import { HeatMap, type HeatRow } from '@/components/heat-map';
import { Row } from '@/components/layout';
import { LevelScale } from '@/components/level-scale';
import { LinkText } from '@/components/link-text';
import { PageHead } from '@/components/page-head';
import { PrintButton } from '@/components/print-button';
import { PrintHeader } from '@/components/print-header';
import { Empty } from '@/components/state-blocks';
import { showDate } from '@/lib/dates';
import { nameIn } from '@/lib/names';
import { useSession } from '@/lib/session';
import { unitQuery } from '@/lib/units';
import { useUnitScope } from '@/lib/unit-scope';
import { useWords } from '@/lib/words';

import { matrixQuery } from './api';
import { saveTeam } from './team-export';
import { gapsOf, heatRow, mostMissing, orderedCompetencies } from './team-figures';

export function TeamPage() {
  const t = useWords();
  const { unitId } = useUnitScope();
  return unitId ? (
    <TeamMatrix unitId={unitId} />
  ) : (
    <>
      <PageHead title={t('assessment.team')} />
      <Empty title={t('assessment.team.no_unit')} reason={t('assessment.team.no_unit.reason')} />
    </>
  );
}

function TeamMatrix({ unitId }: { unitId: string }) {
  const t = useWords();
  const navigate = useNavigate();
  const { data } = useSuspenseQuery(matrixQuery(unitId, t.language));
  const unit = useQuery(unitQuery(unitId));
  const competencies = orderedCompetencies(data);
  const { may } = useSession();
  const mayRate = data.actions.length > 0;
  const mayExplain = may('read_needs');
  const gapsOfPerson = (id: string) => `/people/${id}/gaps`;
  const rows: HeatRow[] = data.rows.map((row) => ({
    ...heatRow(row),
    title:
      mayRate || mayExplain ? (
        <LinkText
          kind="name"
          to={mayRate ? `/team/${row.person.id}/rating` : gapsOfPerson(row.person.id)}
        >
          {row.person.name}
        </LinkText>
      ) : (
        row.person.name
      ),
    note: nameIn(t.language, row.person.position, row.person.position_en),
  }));
  const most = mostMissing(data);

  return (
    <>
      <PrintHeader unit={unit.data?.unit.full_name ?? ''} asOf={showDate(data.on)} wide />
      <PageHead
        title={t('assessment.team')}
        sentence={t('assessment.team.sentence', {
          people: data.rows.length,
          competencies: competencies.length,
          gaps: gapsOf(data),
          most: most ? most.name : '',
          hasMost: most ? 'yes' : 'no',
          date: showDate(data.on),
        })}
        actions={
          competencies.length > 0 && (
            <>
              <PrintButton />
              <Button icon="download" onClick={() => saveTeam(data, t)}>
                {t('assessment.team.export')}
              </Button>
            </>
          )
        }
      />
      {competencies.length === 0 ? (
        <Empty
          drawing
          title={t('assessment.team.empty')}
          reason={t('assessment.team.empty.reason')}
        />
      ) : (
        <HeatMap
          caption={t('assessment.team.caption')}
          rowHeader={t('assessment.person')}
          columns={competencies.map((each) => ({
            key: each.id,
            title: each.name,
            group: each.area,
          }))}
          rows={rows}
          onOpen={(row, column) => {
            if (mayRate) void navigate(`/team/${row.key}/rating?competency=${column.key}`);
            else if (mayExplain) void navigate(gapsOfPerson(row.key));
          }}
          explain={(row, column, value) => (
            <Row gap={24} apart>
              <div>
                <b>
                  {data.rows.find((each) => each.person.id === row.key)?.person.name},{' '}
                  {column.title}
                </b>
              </div>
              <LevelScale
                levels={competencies.find((each) => each.id === column.key)?.levels ?? 0}
                held={value.held}
                required={value.required}
              />
              {mayExplain && <Button to={gapsOfPerson(row.key)}>{t('ui.why')}</Button>}
              {mayRate && (
                <Button to={`/team/${row.key}/rating?competency=${column.key}`}>
                  {t('assessment.rate')}
                </Button>
              )}
            </Row>
          )}
        />
      )}
    </>
  );
}
