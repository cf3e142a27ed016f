import { useCallback, useRef } from 'react';

// One Idempotency-Key for one act of the user. `next()` gives the same key until `renew()`, which
// is called once the act has succeeded or its input has changed.
export function useActKey() {
  const key = useRef<string | null>(null);
  const next = useCallback(() => (key.current ??= crypto.randomUUID()), []);
  const renew = useCallback(() => (key.current = null), []);
  return { next, renew };
}
