import { useQueries } from '@tanstack/react-query';

import { Icon } from '@/components/icons';
import { Menu } from '@/components/menu';
import { get } from '@/lib/api-client';
import type { Session } from '@/lib/session';
import { useUnitScope } from '@/lib/unit-scope';
import { useWords } from '@/lib/words';

import styles from './shell.module.css';

type NamedUnit = { id: string; name: string; parent_name?: string | null };

// The unit whose work is shown, with the unit above it; a menu where there are several.
export function UnitSwitcher({ session }: { session: Session }) {
  const t = useWords();
  const { unitId, units, setUnitId } = useUnitScope();
  const known = useQueries({
    queries: units.map((id) => ({
      queryKey: ['units', id, 'name'],
      queryFn: ({ signal }: { signal: AbortSignal }) => get<NamedUnit>(`/units/${id}`, { signal }),
      staleTime: Infinity,
      retry: false,
    })),
  });
  const named = units.map((id, index) => ({
    id,
    name:
      known[index]?.data?.name ??
      session.roles.find((role) => role.unit_id === id)?.unit_name ??
      '',
    above: known[index]?.data?.parent_name ?? '',
  }));
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
