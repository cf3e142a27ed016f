import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { Button } from '@/components/button';
import { Dialog } from '@/components/dialog';
import { Stack } from '@/components/layout';
import { Refusal } from '@/components/refusal';
import { SelectField } from '@/components/select-field';
import { nameIn } from '@/lib/names';
import { showMillions, showNumber } from '@/lib/numbers';
import { useWords } from '@/lib/words';

import { groupsQuery, type Plan, type Source, sources, suggestionsQuery, usePlanAct } from './api';

// From a group to the programme that closes most of its gaps.
export function LineForm({ plan, onClose }: { plan: Plan; onClose: () => void }) {
  const t = useWords();
  const act = usePlanAct(plan);
  const [group, setGroup] = useState<string | null>(null);
  const [programme, setProgramme] = useState<string | null>(null);
  const [source, setSource] = useState<Source>(plan.plan.budgets[0]?.source ?? 'province');
  const groups = useQuery(groupsQuery(plan.plan.unit));
  const suggestions = useQuery({ ...suggestionsQuery(group ?? ''), enabled: !!group });
  const offered = suggestions.data?.items ?? [];
  const chosen = offered.find((each) => each.programme_version === programme);

  function add() {
    const body = { programme_version: programme, group, source };
    act.mutate({ path: 'lines', body }, { onSuccess: onClose });
  }

  return (
    <Dialog title={t('planning.line.add')} open onClose={onClose} wide>
      <Stack>
        <SelectField
          label={t('planning.group')}
          value={group}
          onChange={(next) => {
            setGroup(next);
            setProgramme(null);
          }}
          options={(groups.data?.items ?? [])
            .filter((each) => each.status !== 'closed')
            .map((each) => ({ value: each.id, label: each.title }))}
        />
        <SelectField
          label={t('planning.programme')}
          hint={group ? t('planning.programme.hint') : undefined}
          disabled={!group}
          value={programme}
          onChange={setProgramme}
          options={offered.map((each) => ({
            value: each.programme_version,
            label: t('planning.suggestion', {
              title: nameIn(t.language, each.title, each.title_en),
              people: showNumber(each.people, t.language),
            }),
            disabled: each.people === 0,
          }))}
        />
        {chosen && (
          <p>
            {t('planning.suggestion.claim', {
              people: showNumber(chosen.people, t.language),
              classes: chosen.classes,
              hours: showNumber(chosen.hours, t.language),
              millions: showMillions(chosen.cost, t.language),
            })}{' '}
            {chosen.excluded
              .map((each) =>
                t('planning.excluded.count', {
                  people: showNumber(each.people, t.language),
                  reason: t(`planning.excluded.${each.reason}`),
                }),
              )
              .join('; ')}
          </p>
        )}
        <SelectField
          label={t('planning.source')}
          value={source}
          onChange={(next) => setSource(next ?? source)}
          options={sources.map((each) => ({
            value: each,
            label: t(`planning.source.${each}`),
          }))}
        />
        <Refusal error={groups.error ?? suggestions.error ?? act.error} />
        <Button
          kind="primary"
          working={act.isPending}
          disabled={!group || !programme}
          reason={t('planning.line.needs')}
          onClick={add}
        >
          {t('planning.line.add')}
        </Button>
      </Stack>
    </Dialog>
  );
}
