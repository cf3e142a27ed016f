import { Facts } from '@/components/layout';
import { showDate, showDay } from '@/lib/dates';
import { useWords } from '@/lib/words';

import type { Plan } from './api';
import { showWorth } from './plan-worth';

const million = 1_000_000;

// What one more of each limit could be worth at most: where the next money would do most.
export function PlanPrices({ plan }: { plan: Plan }) {
  const t = useWords();
  const { solution } = plan;
  if (!solution?.certificate_hash) return null;
  const money = solution.prices.find((each) => !each.session);
  const worth = (dong: number) =>
    t('planning.prices.worth', { worth: showWorth(Math.round(dong), t.language) });
  const seats = plan.lines
    .flatMap((line) => line.sessions)
    .filter((session) => session.people > 0)
    .map((session) => ({
      session,
      price: solution.prices.find((each) => each.session === session.id)?.price ?? 0,
    }))
    .filter(({ price }) => price > 0)
    .sort((one, other) => other.price - one.price)
    .slice(0, 3);

  return (
    <>
      <h3>{t('planning.prices')}</h3>
      {!money && plan.plan.budgets.length > 0 && <p>{t('planning.prices.money.none')}</p>}
      <Facts
        items={[
          ...(money
            ? [{ label: t('planning.prices.money'), value: worth(money.price * million) }]
            : []),
          ...seats.map(({ session, price }) => ({
            label: t('planning.prices.seat', {
              place: session.place,
              days: `${showDay(session.starts_on ?? '')}–${showDate(session.ends_on)}`,
            }),
            value: worth(price),
          })),
        ]}
      />
    </>
  );
}
