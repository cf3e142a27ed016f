import { useState } from 'react';

import { Button } from '@/components/button';
import { Dialog } from '@/components/dialog';
import { useFieldFaults } from '@/components/field-faults';
import { Facts, Row, Stack } from '@/components/layout';
import { Refusal } from '@/components/refusal';
import { TextField } from '@/components/text-field';
import { showDate } from '@/lib/dates';
import { nameIn } from '@/lib/names';
import { useWords } from '@/lib/words';

import { type Proposal, useDecide } from './proposal-api';

// To agree makes a goal of the personal plan from today; to return needs a reason.
export function DecideProposalDialog(props: { proposal: Proposal; onClose: () => void }) {
  const { proposal, onClose } = props;
  const t = useWords();
  const decide = useDecide(proposal.id);
  const fault = useFieldFaults(decide.error);
  const [words, setWords] = useState('');
  const send = (agrees: boolean) => decide.mutate({ agrees, words }, { onSuccess: onClose });

  return (
    <Dialog title={proposal.person.name} open onClose={onClose}>
      <Stack>
        <Facts items={factsOf(proposal, t)} />
        <p>{proposal.text}</p>
        <TextField
          kind="long"
          label={t('needs.proposal.words')}
          hint={t('needs.proposal.words.hint')}
          value={words}
          onChange={setWords}
          error={fault('/reason')}
        />
        <Refusal error={decide.error} />
        <Row>
          <Button kind="primary" working={decide.isPending} onClick={() => send(true)}>
            {t('needs.proposal.agree')}
          </Button>
          <Button working={decide.isPending} onClick={() => send(false)}>
            {t('needs.proposal.return')}
          </Button>
        </Row>
      </Stack>
    </Dialog>
  );
}

function factsOf(proposal: Proposal, t: ReturnType<typeof useWords>) {
  const { competency, held, level, programme, required, until } = proposal;
  const levelOf = (value: number) => t('ui.level.name', { level: value });
  const facts = [
    { label: t('needs.competency'), value: competency.name },
    {
      label: t('needs.proposal.held'),
      value: held == null ? t('ui.level.unknown') : levelOf(held),
    },
    {
      label: t('needs.proposal.required'),
      value: required > 0 ? levelOf(required) : t('needs.proposal.not_required'),
    },
    { label: t('needs.propose.level'), value: levelOf(level) },
  ];
  if (until) facts.push({ label: t('needs.propose.until'), value: showDate(until) });
  if (programme) {
    facts.push({
      label: t('needs.propose.programme'),
      value: nameIn(t.language, programme.title, programme.title_en),
    });
  }
  return facts;
}
