import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

// A filter that lives in the address, so that a view can be sent as a link.
export function useUrlState(name: string, otherwise = '') {
  const [search, setSearch] = useSearchParams();
  const value = search.get(name) ?? otherwise;
  const setValue = useCallback(
    (next: string | null) =>
      setSearch(
        (old) => {
          const changed = new URLSearchParams(old);
          if (next === null || next === '' || next === otherwise) changed.delete(name);
          else changed.set(name, next);
          return changed;
        },
        { replace: true, preventScrollReset: true },
      ),
    [name, otherwise, setSearch],
  );
  return [value, setValue] as const;
}
