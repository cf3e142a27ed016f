import { useCallback, useRef } from 'react';

// Files are told apart by what the system knows of them.
const wordsOf = (what: unknown) =>
  JSON.stringify([what], (_, value: unknown) =>
    value instanceof File ? [value.name, value.size, value.lastModified] : value,
  );

// One Idempotency-Key for one act of the user. `next()` gives the same key for the same `what` until
// `renew()`, which is called once the server has answered.
export function useActKey() {
  const kept = useRef<{ key: string; what: string } | null>(null);
  const next = useCallback((given?: unknown) => {
    const what = wordsOf(given);
    if (kept.current?.what !== what) kept.current = { key: crypto.randomUUID(), what };
    return kept.current.key;
  }, []);
  const renew = useCallback(() => (kept.current = null), []);
  return { next, renew };
}
