import { useQueries } from '@tanstack/react-query';

import { Icon } from '@/components/icons';
import { Menu } from '@/components/menu';
import { get } from '@/lib/api-client';
import { useUnitScope } from '@/lib/unit-scope';
import { useWords } from '@/lib/words';

import styles from './shell.module.css';

type UnitPage = {
  unit: { id: string; parent: string | null; full_name: string };
  ancestors: { id: string; full_name: string }[];
};

// The unit whose work is shown, with the unit above it; a menu where there are several.
export function UnitSwitcher() {
  const t = useWords();
  const { unitId, units, setUnitId } = useUnitScope();
  const known = useQueries({
    queries: units.map((id) => ({
      queryKey: ['units', id, 'name'],
      queryFn: ({ signal }: { signal: AbortSignal }) => get<UnitPage>(`/units/${id}`, { signal }),
      staleTime: Infinity,
      retry: false,
    })),
  });
  const named = units.map((id, index) => {
    const page = known[index]?.data;
    const above = page?.ancestors.find((unit) => unit.id === page.unit.parent);
    return { id, name: page?.unit.full_name ?? '', above: above?.full_name ?? '' };
  });
  const current = named.find((unit) => unit.id === unitId);
  if (!current?.name) return null;
  const words = (
    <>
      <span className={styles.above}>{current.above}</span>
      <span className={styles.current}>
        {current.name}
        {named.length > 1 && <Icon name="down" size={16} />}
      </span>
    </>
  );
  if (named.length < 2) return <div className={styles.unitWords}>{words}</div>;
  return (
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
            onSelect: () => setUnitId(unit.id),
          })),
        },
      ]}
    />
  );
}
