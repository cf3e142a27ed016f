import { useLocalStorage, useSessionStorage } from '@mantine/hooks';
import { useEffect } from 'react';
import { useSearchParams } from 'react-router';

import { useSession } from './session';

const name = 'scope';

// An address that shows the work of a unit, whatever unit was looked at before.
export function inUnit(path: string, unit: string): string {
  return `${path}${path.includes('?') ? '&' : '?'}${name}=${unit}`;
}

// The unit whose work is shown, chosen in the header: one of those in which the session holds a
// role, or one below them. It stands in the address; an address without one shows the unit of this
// tab, and a new tab the one last chosen. Null while nobody is signed in. What may be read there the
// server says.
export function useUnitScope() {
  const { session } = useSession();
  const [search, setSearch] = useSearchParams();
  const key = `nangluc.unit.${session?.account ?? ''}`;
  const kept = { key, defaultValue: '', getInitialValueInEffect: false };
  const [ofTab, setOfTab] = useSessionStorage(kept);
  const [last, setLast] = useLocalStorage({ ...kept, sync: false });
  const units = [
    ...new Set(
      session && (session.roles.length ? session.roles.map((role) => role.unit) : [session.unit]),
    ),
  ];
  const asked = search.get(name);
  const unitId = asked || ofTab || last || (units[0] ?? null);

  function setUnitId(id: string) {
    setLast(id);
    setOfTab(id);
    setSearch((old) => {
      const changed = new URLSearchParams(old);
      changed.set(name, id);
      return changed;
    });
  }
  return { unitId, units, setUnitId, asked, setOfTab };
}

// Keeps the unit of the address for the tab, and writes the unit into the address of a page whose
// content it decides, so that the address may be sent.
export function useKeptScope(isScoped: boolean) {
  const { unitId, asked, setOfTab } = useUnitScope();
  const [, setSearch] = useSearchParams();
  useEffect(() => {
    if (unitId) setOfTab(unitId);
  }, [unitId, setOfTab]);
  useEffect(() => {
    if (!isScoped || !unitId || asked) return;
    setSearch(
      (old) => {
        const changed = new URLSearchParams(old);
        changed.set(name, unitId);
        return changed;
      },
      { replace: true, preventScrollReset: true },
    );
  }, [isScoped, unitId, asked, setSearch]);
}
