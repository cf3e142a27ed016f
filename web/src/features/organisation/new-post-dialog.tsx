import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { Button } from '@/components/button';
import { DateField } from '@/components/date-field';
import { Dialog } from '@/components/dialog';
import { useFieldFaults } from '@/components/field-faults';
import { Row, Stack } from '@/components/layout';
import { NumberField } from '@/components/number-field';
import { Refusal } from '@/components/refusal';
import { SelectField } from '@/components/select-field';
import { toast } from '@/components/toast';
import { post } from '@/lib/api-client';
import { today } from '@/lib/dates';
import { nameIn } from '@/lib/names';
import { useAct } from '@/lib/use-act';
import { useWords } from '@/lib/words';

import { catalogueQuery, childrenQuery } from './api';
import type { NewPostBody, Posts } from './posts-api';

type Props = { unit: Posts['unit']; onClose: () => void };

// A post of the catalogue in the unit or one of its divisions, from a day on.
export function NewPostDialog({ unit, onClose }: Props) {
  const t = useWords();
  const catalogue = useQuery(catalogueQuery);
  const [from, setFrom] = useState<string | null>(today());
  const children = useQuery(childrenQuery(unit.id, from ?? today()));
  const [place, setPlace] = useState<string | null>(unit.id);
  const [position, setPosition] = useState<string | null>(null);
  const [rank, setRank] = useState<string | null>(null);
  const [authorised, setAuthorised] = useState<number | null>(1);
  const save = useAct((body: NewPostBody, key) => post(`/units/${place}/posts`, body, { key }), {
    onDone: () => {
      toast(t('posts.done.add'));
      onClose();
    },
  });
  const fault = useFieldFaults(save.error);
  const places = [
    { value: unit.id, label: unit.full_name },
    ...(children.data?.items ?? []).map(({ unit: below }) => ({
      value: below.id,
      label: below.full_name,
    })),
  ];
  const ready = !!place && !!position && authorised !== null && !!from;

  function submit() {
    if (!position || authorised === null || !from) return;
    save.mutate({ position, rank, authorised, from });
  }
  return (
    <Dialog title={t('posts.add')} open onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack>
          <SelectField
            label={t('person.unit')}
            value={place}
            onChange={setPlace}
            options={places}
            required
          />
          <SelectField
            label={t('roster.position')}
            hint={t('posts.position.hint')}
            value={position}
            onChange={setPosition}
            error={fault('/position')}
            options={(catalogue.data?.positions ?? []).map((each) => ({
              value: each.id,
              label: nameIn(t.language, each.name, each.name_en),
            }))}
            required
          />
          <SelectField
            label={t('posts.rank')}
            value={rank}
            onChange={setRank}
            error={fault('/rank')}
            options={(catalogue.data?.ranks ?? []).map((each) => ({
              value: each.id,
              label: nameIn(t.language, each.name, each.name_en),
            }))}
            clearable
          />
          <NumberField
            label={t('posts.authorised')}
            value={authorised}
            onChange={setAuthorised}
            error={fault('/authorised')}
            required
          />
          <DateField
            label={t('roster.since')}
            value={from}
            onChange={setFrom}
            error={fault('/from')}
            required
          />
          <Refusal error={save.error ?? catalogue.error} />
          <Row>
            <Button
              kind="primary"
              type="submit"
              working={save.isPending}
              disabled={!ready}
              reason={t('posts.fill_first')}
            >
              {t('posts.act.add')}
            </Button>
            <Button onClick={onClose}>{t('ui.leave_as_is')}</Button>
          </Row>
        </Stack>
      </form>
    </Dialog>
  );
}
