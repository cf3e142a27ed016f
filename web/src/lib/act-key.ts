import { useCallback, useRef } from 'react';

// Files are told apart by what the system knows of them; all else by what would be sent.
const inputOf = (given: unknown) =>
  JSON.stringify([given], (_, value: unknown) =>
    value instanceof File ? [value.name, value.size, value.lastModified] : value,
  );

// One Idempotency-Key for one act of the user. `next()` gives the same key for the same input until
// `renew()`, which is called once the server has answered.
export function useActKey() {
  const kept = useRef<{ key: string; input: string } | null>(null);
  const next = useCallback((given?: unknown) => {
    const input = inputOf(given);
    if (kept.current?.input !== input) kept.current = { key: crypto.randomUUID(), input };
    return kept.current.key;
  }, []);
  const renew = useCallback(() => (kept.current = null), []);
  return { next, renew };
}
