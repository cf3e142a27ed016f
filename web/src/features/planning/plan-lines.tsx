import { useState } from 'react';

import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { ConfirmDialog } from '@/components/confirm-dialog';
import { Row, Stack } from '@/components/layout';
import { LinkText } from '@/components/link-text';
import { Empty } from '@/components/state-blocks';
import { nameIn } from '@/lib/names';
import { showMillions, showNumber } from '@/lib/numbers';
import { useWords } from '@/lib/words';

import { type Line, type Plan, useRemove } from './api';
import { LineForm } from './line-form';
import { LinePeopleDialog } from './line-people-dialog';
import { NominateDialog, type Nominee } from './nominate-dialog';
import { SessionForm } from './session-form';
import { SessionTable } from './session-table';

export function PlanLines({ plan }: { plan: Plan }) {
  const t = useWords();
  const [adding, setAdding] = useState(false);
  const add = plan.actions.includes('edit') && (
    <Button icon="plus" onClick={() => setAdding(true)}>
      {t('planning.line.add')}
    </Button>
  );

  return (
    <Stack>
      <Row apart>
        <h2>{t('planning.lines', { count: plan.lines.length })}</h2>
        {plan.lines.length > 0 && add}
      </Row>
      {plan.lines.length === 0 && (
        <Card flush>
          <Empty
            drawing
            title={t('planning.lines.empty')}
            reason={t('planning.lines.empty.reason')}
            action={add}
          />
        </Card>
      )}
      {plan.lines.map((line) => (
        <LineCard key={line.id} plan={plan} line={line} />
      ))}
      {adding && <LineForm plan={plan} onClose={() => setAdding(false)} />}
    </Stack>
  );
}

function LineCard({ plan, line }: { plan: Plan; line: Line }) {
  const t = useWords();
  const remove = useRemove(plan);
  const [open, setOpen] = useState<'session' | 'people' | 'nominate' | 'removal' | null>(null);
  const [nominee, setNominee] = useState<Nominee | undefined>();
  const mayEdit = plan.actions.includes('edit');
  const title = nameIn(t.language, line.programme_title, line.programme_title_en);

  return (
    <Card
      title={
        <LinkText to={`/programmes/${line.programme_version}`} kind="name">
          {title || line.programme_title}
        </LinkText>
      }
      aside={<b>{t('planning.line.cost', { millions: showMillions(line.cost, t.language) })}</b>}
    >
      <Stack gap={12}>
        <p>
          <LinkText to={`/target-groups/${line.group}`}>{line.group_title}</LinkText>.{' '}
          {t('planning.line.claim', {
            people: showNumber(line.people, t.language),
            seated: showNumber(line.people_seated, t.language),
            source: t(`planning.source.${line.source}`),
          })}
        </p>
        {line.sessions.length > 0 && <SessionTable plan={plan} line={line} />}
        <Row>
          <Button kind="text" onClick={() => setOpen('people')}>
            {t('planning.line.people')}
          </Button>
          {mayEdit && (
            <Button
              kind="text"
              icon="plus"
              onClick={() => {
                setNominee(undefined);
                setOpen('nominate');
              }}
            >
              {t('planning.nominate')}
            </Button>
          )}
          {mayEdit && (
            <Button kind="text" icon="plus" onClick={() => setOpen('session')}>
              {t('planning.session.add')}
            </Button>
          )}
          {mayEdit && (
            <Button kind="text" onClick={() => setOpen('removal')}>
              {t('planning.line.remove')}
            </Button>
          )}
        </Row>
      </Stack>
      {open === 'session' && <SessionForm plan={plan} line={line} onClose={() => setOpen(null)} />}
      {open === 'people' && (
        <LinePeopleDialog
          plan={plan}
          line={line}
          onAllow={(row) => {
            setNominee({ id: row.person, name: row.name });
            setOpen('nominate');
          }}
          onClose={() => setOpen(null)}
        />
      )}
      {open === 'nominate' && (
        <NominateDialog plan={plan} line={line} nominee={nominee} onClose={() => setOpen(null)} />
      )}
      {open === 'removal' && (
        <ConfirmDialog
          open
          danger
          title={t('planning.line.remove.title', { programme: title || line.programme_title })}
          act={t('planning.line.remove.act')}
          effect={t('planning.line.remove.effect', {
            sessions: line.sessions.length,
            seated: line.people_seated,
          })}
          working={remove.isPending}
          error={remove.error}
          onAct={() => remove.mutate(`lines/${line.id}`)}
          onClose={() => {
            setOpen(null);
            remove.reset();
          }}
        />
      )}
    </Card>
  );
}
