import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { Button } from '@/components/button';
import { DateField } from '@/components/date-field';
import { Dialog } from '@/components/dialog';
import { useFieldFaults } from '@/components/field-faults';
import { Pair, Row, Stack } from '@/components/layout';
import { levelWords } from '@/components/level-scale';
import { Refusal } from '@/components/refusal';
import { SelectField } from '@/components/select-field';
import { TextField } from '@/components/text-field';
import { nameIn } from '@/lib/names';
import { useWords } from '@/lib/words';

import { type Gap, programmesQuery } from './gap-api';
import { usePropose } from './proposal-api';

// What the official wants to learn: the supervisor agrees to it, or returns it with a reason.
export function ProposeDialog({ gap, onClose }: { gap: Gap; onClose: () => void }) {
  const t = useWords();
  const propose = usePropose();
  const fault = useFieldFaults(propose.error);
  const [level, setLevel] = useState(firstWish(gap));
  const [programme, setProgramme] = useState<string | null>(null);
  const [until, setUntil] = useState<string | null>(null);
  const [text, setText] = useState('');
  const programmes = useQuery(programmesQuery(gap.competency)).data ?? [];

  function send() {
    const wish = { competency: gap.competency, level: Number(level), programme, until, text };
    propose.mutate(wish, { onSuccess: onClose });
  }

  return (
    <Dialog title={t('needs.propose.of', { name: gap.name })} open onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <Stack>
          <p>{levelWords(t, gap.held, gap.required).state}.</p>
          <Pair>
            <SelectField
              label={t('needs.propose.level')}
              value={level}
              onChange={(next) => setLevel(next ?? level)}
              options={levelsAbove(gap).map((each) => ({
                value: `${each}`,
                label: t('ui.level.name', { level: each }),
              }))}
              error={fault('/level')}
            />
            <DateField
              label={t('needs.propose.until')}
              value={until}
              onChange={setUntil}
              error={fault('/until')}
            />
          </Pair>
          {programmes.length > 0 && (
            <SelectField
              label={t('needs.propose.programme')}
              value={programme}
              onChange={setProgramme}
              clearable
              options={programmes.map((each) => ({
                value: each.id,
                label: nameIn(t.language, each.title, each.title_en),
              }))}
              error={fault('/programme')}
            />
          )}
          <TextField
            kind="long"
            label={t('needs.propose.text')}
            hint={t('needs.propose.text.hint')}
            value={text}
            onChange={setText}
            error={fault('/text')}
            required
          />
          <Refusal error={propose.error} />
          <Row>
            <Button kind="primary" type="submit" working={propose.isPending}>
              {t('needs.propose.send')}
            </Button>
            <Button onClick={onClose}>{t('ui.leave_as_is')}</Button>
          </Row>
        </Stack>
      </form>
    </Dialog>
  );
}

export function levelsAbove(gap: Gap): number[] {
  const held = gap.held ?? 0;
  return Array.from({ length: gap.levels - held }, (_, index) => held + index + 1);
}

// What the post asks for, or the next level where that is held already.
function firstWish(gap: Gap): string {
  return `${Math.min(gap.levels, Math.max(gap.required, (gap.held ?? 0) + 1))}`;
}
