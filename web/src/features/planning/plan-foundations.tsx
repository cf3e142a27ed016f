import { useQuery } from '@tanstack/react-query';

import { LinkText } from '@/components/link-text';
import { Notice } from '@/components/state-blocks';
import { showNumber } from '@/lib/numbers';
import { useSession } from '@/lib/session';
import { useWords } from '@/lib/words';

import { foundationsQuery, type Plan } from './api';

// A plan made while descriptions, groups or requirements are missing rests on less than it shows.
export function PlanFoundations({ plan }: { plan: Plan }) {
  const t = useWords();
  const { may } = useSession();
  const { data } = useQuery({ ...foundationsQuery(plan.plan.unit), enabled: may('read_people') });
  if (!data || data.complete >= data.positions) return null;
  return (
    <Notice>
      {t('planning.foundations', {
        complete: showNumber(data.complete, t.language),
        positions: showNumber(data.positions, t.language),
      })}{' '}
      <LinkText to="/foundations">{t('planning.foundations.see')}</LinkText>
    </Notice>
  );
}
