import { useLocalStorage } from '@mantine/hooks';

import { useSession } from './session';

// The unit whose work is shown: one of those in which the session holds a role, chosen in the
// header. Null while nobody is signed in.
export function useUnitScope() {
  const { session } = useSession();
  const [kept, setUnitId] = useLocalStorage({
    key: 'nangluc.unit',
    defaultValue: '',
    getInitialValueInEffect: false,
  });
  const units = [
    ...new Set(
      session && (session.roles.length ? session.roles.map((role) => role.unit) : [session.unit]),
    ),
  ];
  return { unitId: units.includes(kept) ? kept : (units[0] ?? null), units, setUnitId };
}
