import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { Button } from '@/components/button';
import { WhyDrawer } from '@/components/why-drawer';
import { showDate } from '@/lib/dates';
import { useWords } from '@/lib/words';

import { type Gap, type Gaps, programmesQuery, reasonNamesQuery } from './gap-api';
import { evidenceOf, heldBasis, ruleWords, whyRequired } from './gap-words';
import { ReviewDialog } from './review-dialog';

type Props = {
  gap: Gap;
  gaps: Pick<Gaps, 'person' | 'goal' | 'on'>;
  own: string | null;
  on?: string;
  open: boolean;
  onClose: () => void;
};

// The five lines of a gap: required, held, evidence, rule, subtraction; and what can be done.
export function GapWhy({ gap, gaps, own, on, open, onClose }: Props) {
  const t = useWords();
  const [asking, setAsking] = useState(false);
  const person = gaps.person.id;
  const names = useQuery({
    ...reasonNamesQuery({ person, goal: gaps.goal, on, language: t.language }),
    enabled: open,
  });
  const hasGap = gap.missing !== null && gap.missing > 0;
  const programme = useQuery({ ...programmesQuery(gap.competency), enabled: hasGap }).data?.[0];

  return (
    <>
      <WhyDrawer
        open={open && !asking}
        onClose={onClose}
        facts={{
          subject: gap.name || gap.code,
          levels: gap.levels,
          held: gap.held,
          required: gap.required,
          reasons: <Paragraphs lines={whyRequired(t, gap, names.data)} />,
          heldBasis: heldBasis(t, gap),
          evidence: evidenceOf(t, gap),
          rule: ruleWords(t, gap),
          day: showDate(gaps.on),
        }}
        actions={
          <>
            {own && <Button onClick={() => setAsking(true)}>{t('needs.not_right')}</Button>}
            {programme && (
              <Button kind="primary" to={`/programmes/${programme.id}`}>
                {t('needs.see_programme')}
              </Button>
            )}
          </>
        }
      />
      {own && (
        <ReviewDialog person={own} gap={gap} open={asking} onClose={() => setAsking(false)} />
      )}
    </>
  );
}

function Paragraphs({ lines }: { lines: string[] }) {
  return lines.map((line, index) => <p key={index}>{line}</p>);
}
