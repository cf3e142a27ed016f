import { useQuery } from '@tanstack/react-query';

import { Figures } from '@/components/layout';
import { showNumber } from '@/lib/numbers';
import { useSession } from '@/lib/session';
import { useUnitScope } from '@/lib/unit-scope';
import { useWords } from '@/lib/words';

import { participationsQuery } from './api';

const figures = ['participations', 'persons', 'still_here', 'elsewhere', 'left'] as const;

// Who took part from the unit in scope: one person who comes twice is two participations.
export function ParticipationFigures() {
  const t = useWords();
  const { may } = useSession();
  const { unitId } = useUnitScope();
  const { data } = useQuery({
    ...participationsQuery(unitId ?? ''),
    enabled: !!unitId && may('read_people'),
  });
  if (!data || data.participations === 0) return null;
  return (
    <Figures
      items={figures.map((each) => ({
        value: showNumber(data[each], t.language),
        label: t(`programmes.counts.${each}`),
      }))}
    />
  );
}
