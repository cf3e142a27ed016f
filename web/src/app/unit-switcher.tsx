import { useQueries } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';

import { Icon } from '@/components/icons';
import { Menu } from '@/components/menu';
import { useSession } from '@/lib/session';
import { useUnitScope } from '@/lib/unit-scope';
import { unitQuery } from '@/lib/units';
import { useWords } from '@/lib/words';

import styles from './shell.module.css';

const UnitDialog = lazy(async () => ({ default: (await import('./unit-dialog')).UnitDialog }));

// The unit whose work is shown, with the unit above it. The menu has the units of the session's
// roles, and a way to any unit below them.
export function UnitSwitcher({ onChosen }: { onChosen?: () => void }) {
  const t = useWords();
  const { may } = useSession();
  const { unitId, units, setUnitId } = useUnitScope();
  const choose = (id: string) => {
    setUnitId(id);
    onChosen?.();
  };
  const [choosing, setChoosing] = useState(false);
  const ids = unitId && !units.includes(unitId) ? [unitId, ...units] : units;
  const known = useQueries({ queries: ids.map((id) => ({ ...unitQuery(id), retry: false })) });
  const named = ids.flatMap((id, index) => {
    const page = known[index]?.data;
    return page
      ? [
          {
            id,
            name: page.unit.full_name,
            above: page.ancestors.find((above) => above.id === page.unit.parent)?.full_name,
          },
        ]
      : [];
  });
  const current = named.find((unit) => unit.id === unitId);
  const seesBelow = may('read_people');
  // A unit that may not be seen, or is none, leaves the way to the others.
  if (named.length === 0) return null;

  const words = (
    <>
      <span className={styles.above}>{current?.above}</span>
      <span className={styles.current}>
        {current?.name ?? t('app.unit.choose')}
        {(named.length > 1 || seesBelow) && <Icon name="down" size={16} />}
      </span>
    </>
  );
  if (current && named.length < 2 && !seesBelow)
    return <div className={styles.unitWords}>{words}</div>;
  return (
    <>
      <Menu
        label={t('app.unit')}
        buttonClass={styles.unitWords}
        button={
          <>
            <span className="unseen">{t('app.unit')}: </span>
            {words}
          </>
        }
        groups={[
          {
            items: named.map((unit) => ({
              label: unit.name,
              current: unit.id === unitId,
              onSelect: () => choose(unit.id),
            })),
          },
          ...(seesBelow
            ? [{ items: [{ label: t('app.unit.other'), onSelect: () => setChoosing(true) }] }]
            : []),
        ]}
      />
      {choosing && (
        <Suspense>
          <UnitDialog
            roots={units}
            onChoose={(id) => {
              setChoosing(false);
              choose(id);
            }}
            onClose={() => setChoosing(false)}
          />
        </Suspense>
      )}
    </>
  );
}
