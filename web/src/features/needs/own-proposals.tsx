import { useQuery } from '@tanstack/react-query';

import { Card } from '@/components/card';
import { LinkText } from '@/components/link-text';
import { Pill } from '@/components/pill';
import { showDate } from '@/lib/dates';
import { nameIn } from '@/lib/names';
import { useWords } from '@/lib/words';

import styles from './gaps.module.css';
import { ownProposalsQuery, type Proposal } from './proposal-api';
import { pillOf } from './proposal-words';

// What became of the own proposals, the newest first.
export function OwnProposals() {
  const t = useWords();
  const { data } = useQuery(ownProposalsQuery(t.language));
  if (!data || data.items.length === 0) return null;
  return (
    <Card title={t('needs.proposals.own')}>
      <ul className={styles.list}>
        {data.items.map((proposal) => (
          <ProposalItem key={proposal.id} proposal={proposal} />
        ))}
      </ul>
    </Card>
  );
}

function ProposalItem({ proposal }: { proposal: Proposal }) {
  const t = useWords();
  const { competency, level, programme, until, status } = proposal;
  return (
    <li className={styles.proposal}>
      <div>
        <h3>{t('needs.proposal.title', { name: competency.name, level })}</h3>
        <p>{proposal.text}</p>
        {programme && (
          <p>
            <LinkText to={`/programmes/${programme.id}`}>
              {nameIn(t.language, programme.title, programme.title_en)}
            </LinkText>
          </p>
        )}
        {proposal.answer && (
          <p>{t('needs.proposal.answer', { by: proposal.decided_by, answer: proposal.answer })}</p>
        )}
      </div>
      <div>
        <Pill kind={pillOf[status]}>{t(`needs.proposal.${status}`)}</Pill>
        <p>{showDate(proposal.proposed_at?.slice(0, 10))}</p>
        {until && <p>{t('needs.proposal.until', { date: showDate(until) })}</p>}
      </div>
    </li>
  );
}
