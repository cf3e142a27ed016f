import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';

import { Button } from '@/components/button';
import { useFieldFaults } from '@/components/field-faults';
import { Row, Stack } from '@/components/layout';
import { Refusal } from '@/components/refusal';
import { useWords } from '@/lib/words';

import { competenciesQuery, useSaveProgramme } from './api';
import { OutcomesEditor } from './outcomes-editor';
import { PrerequisitesEditor } from './prerequisites-editor';
import { bodyOf, type ProgrammeDraft } from './programme-draft';
import { NameFields, SizeFields } from './programme-fields';

type Props = {
  value: ProgrammeDraft;
  // Of a new programme: the unit it belongs to.
  owner?: string;
  found?: { id: string; version: string };
};

export function ProgrammeForm({ value, owner, found }: Props) {
  const t = useWords();
  const navigate = useNavigate();
  const [draft, setDraft] = useState(value);
  const { competencies } = useSuspenseQuery(competenciesQuery(t.language)).data;
  const save = useSaveProgramme(found);
  const fault = useFieldFaults(save.error);
  const shared = { draft, onChange: setDraft, fault };
  const named = draft.words.title.trim() !== '' && draft.code.trim() !== '';

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(bodyOf(draft, owner), {
          onSuccess: ({ id }) => void navigate(`/programmes/${id}`),
        });
      }}
    >
      <Stack>
        <NameFields {...shared} isNew={!found} />
        <OutcomesEditor {...shared} competencies={competencies} />
        <SizeFields {...shared} />
        <PrerequisitesEditor
          value={draft.prerequisites}
          onChange={(prerequisites) => setDraft({ ...draft, prerequisites })}
        />
        <Refusal error={save.error} />
        <Row>
          <Button
            kind="primary"
            type="submit"
            working={save.isPending}
            disabled={!named}
            reason={t('programmes.save.needs')}
          >
            {t('programmes.save')}
          </Button>
          <Button onClick={() => void navigate(found ? `/programmes/${found.id}` : '/programmes')}>
            {t('ui.leave_as_is')}
          </Button>
        </Row>
      </Stack>
    </form>
  );
}
