import { useLocalStorage } from '@mantine/hooks';

import { useSession } from './session';

// The unit whose work is shown, chosen in the header: one of those in which the session holds a
// role, or one below them. Null while nobody is signed in. What may be read there the server says.
export function useUnitScope() {
  const { session } = useSession();
  const [kept, setUnitId] = useLocalStorage({
    key: `nangluc.unit.${session?.account ?? ''}`,
    defaultValue: '',
    getInitialValueInEffect: false,
  });
  const units = [
    ...new Set(
      session && (session.roles.length ? session.roles.map((role) => role.unit) : [session.unit]),
    ),
  ];
  return { unitId: kept || (units[0] ?? null), units, setUnitId };
}
