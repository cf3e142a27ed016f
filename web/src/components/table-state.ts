import type { TableState } from './data-table';

type Query = { isPending: boolean; error: unknown; refetch: () => unknown; data: unknown };

// <DataTable state={tableState(query)} …>: rows already shown stay while they are read again.
export function tableState(query: Query, what?: string, rows?: number): TableState {
  if (query.data !== undefined) return { kind: 'ready' };
  if (query.error) return { kind: 'error', error: query.error, retry: () => void query.refetch() };
  return { kind: 'loading', what, rows };
}
