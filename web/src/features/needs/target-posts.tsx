import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Stack } from '@/components/layout';
import { Refusal } from '@/components/refusal';
import { SelectField } from '@/components/select-field';
import { Failed, Loading } from '@/components/state-blocks';
import { toast } from '@/components/toast';
import { showDate } from '@/lib/dates';
import { nameIn } from '@/lib/names';
import { useWords } from '@/lib/words';

import type { GapsOf } from './gap-api';
import { GapList } from './gap-list';
import styles from './gaps.module.css';
import {
  positionsQuery,
  type Target,
  targetsQuery,
  useChooseTarget,
  useClearTarget,
} from './target-api';

// The list for the post aimed at, under the choice of that post.
export function NextGaps(of: GapsOf) {
  const person = of.person ?? of.own ?? '';
  const targets = useQuery({ ...targetsQuery(person, of.on), enabled: person !== '' });
  if (targets.error) return <Failed error={targets.error} retry={() => void targets.refetch()} />;
  if (!targets.data) return <Loading rows={4} />;
  const { items, actions } = targets.data;
  return (
    <Stack>
      <Targets
        person={person}
        targets={items}
        mayChoose={actions.includes('agree') && of.on === undefined}
      />
      {items.length > 0 && <GapList {...of} goal="next" />}
    </Stack>
  );
}

type Props = { person: string; targets: Target[]; mayChoose: boolean };

function Targets({ person, targets, mayChoose }: Props) {
  const t = useWords();
  return (
    <Card title={t('needs.target.title')}>
      <Stack>
        {targets.length === 0 && (
          <p>{mayChoose ? t('needs.target.none.choose') : t('needs.target.none')}</p>
        )}
        {targets.length > 0 && (
          <ul className={styles.targets}>
            {targets.map((target) => (
              <Line key={target.id} person={person} target={target} />
            ))}
          </ul>
        )}
        {mayChoose && <Choice person={person} targets={targets} />}
      </Stack>
    </Card>
  );
}

function Line({ person, target }: { person: string; target: Target }) {
  const t = useWords();
  const clear = useClearTarget();
  const choose = useChooseTarget(person);
  const name = nameIn(t.language, target.name, target.name_en);
  return (
    <li>
      <span>
        <b>{name}</b>
        <br />
        <small>{t('needs.target.since', { from: showDate(target.from) })}</small>
      </span>
      {target.actions.includes('clear') && (
        <Button
          kind="text"
          label={t('needs.target.clear.named', { position: name })}
          working={clear.isPending}
          onClick={() =>
            clear.mutate(target.id, {
              onSuccess: () =>
                toast(t('needs.target.cleared', { position: name }), () =>
                  choose.mutate(target.position),
                ),
            })
          }
        >
          {t('needs.target.clear')}
        </Button>
      )}
      <Refusal error={clear.error} />
    </li>
  );
}

function Choice({ person, targets }: { person: string; targets: Target[] }) {
  const t = useWords();
  const [position, setPosition] = useState<string | null>(null);
  const positions = useQuery(positionsQuery(t.language));
  const choose = useChooseTarget(person);
  const clear = useClearTarget();
  const chosen = new Set(targets.map((target) => target.position));
  const options = (positions.data ?? []).filter((each) => !chosen.has(each.value));
  return (
    <form
      className={styles.choice}
      onSubmit={(event) => {
        event.preventDefault();
        if (!position) return;
        choose.mutate(position, {
          onSuccess: ({ id }) => {
            setPosition(null);
            toast(t('needs.target.chosen'), () => clear.mutate(id));
          },
        });
      }}
    >
      <SelectField
        label={t('needs.target.choose')}
        hint={t('needs.target.choose.hint')}
        value={position}
        onChange={setPosition}
        options={options}
      />
      <Button
        kind="primary"
        type="submit"
        working={choose.isPending}
        disabled={!position}
        reason={t('needs.target.choose_first')}
      >
        {t('needs.target.act')}
      </Button>
      <Refusal error={choose.error ?? positions.error} />
    </form>
  );
}
