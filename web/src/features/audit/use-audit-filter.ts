import { useSearchParams } from 'react-router';

import { isDate } from '@/lib/dates';

import type { AuditFilter } from './api';

const names = ['act', 'account', 'object', 'person', 'unit', 'from', 'until'] as const;

export type FilterState = {
  filter: AuditFilter;
  set: (name: keyof AuditFilter, value: string | null) => void;
  clear: () => void;
};

// The filter lives in the address, so that what was found can be sent as a link.
export function useAuditFilter(): FilterState {
  const [search, setSearch] = useSearchParams();
  const filter = Object.fromEntries(
    names.map((name) => [name, search.get(name) ?? '']),
  ) as AuditFilter;
  if (!isDate(filter.from)) filter.from = '';
  if (!isDate(filter.until)) filter.until = '';

  function change(next: (changed: URLSearchParams) => void) {
    setSearch(
      (old) => {
        const changed = new URLSearchParams(old);
        next(changed);
        return changed;
      },
      { replace: true, preventScrollReset: true },
    );
  }
  return {
    filter,
    set: (name, value) =>
      change((changed) => (value ? changed.set(name, value) : changed.delete(name))),
    clear: () => change((changed) => names.forEach((name) => changed.delete(name))),
  };
}
