import { useQuery } from '@tanstack/react-query';

import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { type Column, DataTable } from '@/components/data-table';
import { Row, Stack } from '@/components/layout';
import { Refusal } from '@/components/refusal';
import { showDate, showDay } from '@/lib/dates';
import { useWords } from '@/lib/words';

import { type Move, type Plan, replanQuery, usePlanAct } from './api';
import { apart } from './plan-worth';

// The plan made again around a cancelled session: who moves and why, before it is taken over.
export function ReplanCard({ plan }: { plan: Plan }) {
  const t = useWords();
  const act = usePlanAct(plan);
  const offered = plan.actions.includes('take_replan');
  const { data: replan } = useQuery({ ...replanQuery(plan.plan), enabled: offered });
  if (!offered || !replan) return null;

  const sessions = new Map(
    plan.lines.flatMap((line) => line.sessions).map((each) => [each.id, each]),
  );
  const called = (id: string | null | undefined) => {
    const session = sessions.get(id ?? '');
    if (!session) return t('planning.replan.none');
    const days = `${showDay(session.starts_on ?? '')}–${showDate(session.ends_on)}`;
    return `${session.place}, ${days}`;
  };
  const columns: Column<Move>[] = [
    {
      id: 'name',
      header: t('planning.replan.person'),
      rowHeader: true,
      cell: (row) => `${row.name}, ${row.unit_name}`,
    },
    { id: 'from', header: t('planning.replan.from'), cell: (row) => called(row.from) },
    { id: 'to', header: t('planning.replan.to'), cell: (row) => called(row.to) },
    {
      id: 'why',
      header: t('planning.replan.why'),
      cell: (row) =>
        [t(`planning.replan.${row.what}`), row.reason ? t(`planning.unplaced.${row.reason}`) : '']
          .filter(Boolean)
          .join('. '),
    },
  ];
  return (
    <Card title={t('planning.replan', { place: called(replan.session) })}>
      <Stack gap={12}>
        <p>
          {t('planning.replan.claim', {
            moves: replan.moves.length,
            unchanged: replan.unchanged,
            reason: replan.reason,
          })}{' '}
          {replan.bound > replan.value
            ? t('planning.replan.apart', { share: apart(replan, t.language) })
            : t('planning.replan.best')}
        </p>
        <Refusal error={act.error} />
        <p>{t('planning.replan.effect')}</p>
        <Row gap={12}>
          <Button
            kind="primary"
            working={act.isPending}
            onClick={() => act.mutate({ path: 'replan/acceptance' })}
          >
            {t('planning.replan.take')}
          </Button>
          <Button
            kind="text"
            working={act.isPending}
            onClick={() => act.mutate({ path: 'replan/dismissal' })}
          >
            {t('planning.replan.drop')}
          </Button>
        </Row>
        <DataTable
          caption={t('planning.replan.moves')}
          columns={columns}
          rows={replan.moves}
          rowKey={(row) => `${row.line}.${row.person}`}
          empty={{ title: t('planning.replan.nobody'), reason: '' }}
        />
      </Stack>
    </Card>
  );
}
