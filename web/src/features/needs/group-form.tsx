import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router';

import { Bars } from '@/components/bars';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { useFieldFaults } from '@/components/field-faults';
import { IconButton } from '@/components/icon-button';
import { Stack } from '@/components/layout';
import { Refusal } from '@/components/refusal';
import { Failed } from '@/components/state-blocks';
import { TextField } from '@/components/text-field';
import { showNumber } from '@/lib/numbers';
import { useWords } from '@/lib/words';

import { type Preview, previewQuery, useAddGroup } from './group-api';
import { GroupConditions, type Limits } from './group-conditions';
import { ruleOf, titleOf } from './group-rule';
import styles from './groups.module.css';
import type { NamedUnit } from './matrix-api';
import type { useSelection } from './selection';

type Props = {
  chosen: ReturnType<typeof useSelection>;
  home: NamedUnit;
  // As typed; until then the choice itself gives the title.
  title: string | null;
  setTitle: (title: string) => void;
  limits: Limits;
  setLimits: (limits: Limits) => void;
};

// A target group in the making: who would be in it is counted anew with every change.
export function GroupForm({ chosen, home, limits, setLimits, ...typed }: Props) {
  const t = useWords();
  const navigate = useNavigate();
  const title = typed.title ?? titleOf(chosen.selection, t);
  const rule = ruleOf(chosen.selection, limits);
  const preview = useQuery({
    ...previewQuery(rule, t.language),
    placeholderData: keepPreviousData,
  });
  const add = useAddGroup();
  const fault = useFieldFaults(add.error);

  function save() {
    add.mutate(
      { title: title.trim(), unit: home.id, rule },
      { onSuccess: (group) => void navigate(`/target-groups/${group.id}`) },
    );
  }
  return (
    <Card
      title={t('needs.new_group')}
      aside={<IconButton icon="close" label={t('needs.clear_choice')} onClick={chosen.clear} />}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Stack>
          <TextField
            label={t('needs.group_title')}
            required
            value={title}
            onChange={typed.setTitle}
            error={fault('title')}
          />
          <Found preview={preview.data} isCounting={preview.isFetching} />
          {preview.error && <Failed error={preview.error} retry={() => void preview.refetch()} />}
          <GroupConditions chosen={chosen} limits={limits} onChange={setLimits} />
          {preview.data && preview.data.units.length > 0 && (
            <Bars
              label={t('needs.where')}
              bars={preview.data.units.map((unit) => ({
                key: unit.unit,
                label: unit.name,
                value: unit.people,
              }))}
            />
          )}
          <Refusal error={add.error} />
          <Button
            kind="primary"
            type="submit"
            full
            working={add.isPending}
            disabled={preview.data?.people === 0}
            reason={t('needs.nobody')}
          >
            {t('needs.save_group')}
          </Button>
        </Stack>
      </form>
    </Card>
  );
}

function Found({ preview, isCounting }: { preview?: Preview; isCounting: boolean }) {
  const t = useWords();
  return (
    <p className={styles.found} aria-live="polite" aria-busy={isCounting}>
      <b>{preview ? showNumber(preview.people, t.language) : '…'}</b>{' '}
      {t('needs.people_lacking', { count: preview?.people ?? 0 })}
    </p>
  );
}
