import {
  createSortedRowModel,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { type ReactNode, useMemo, useState } from 'react';

export type Column<T> = {
  id: string;
  header: string;
  cell: (row: T) => ReactNode;
  align?: 'right';
  // The cell that names the row: read out with each of the others.
  rowHeader?: boolean;
  // Compares two rows; or true when the server sorts by this column.
  sort?: ((left: T, right: T) => number) | true;
  width?: string;
  // Holds what can be done: on a phone its heading does not stand before the buttons.
  acts?: boolean;
};

export type Sorting = { column: string; descending: boolean };

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });

type Given<T> = {
  columns: Column<T>[];
  rows: T[];
  rowKey: (row: T) => string;
  sorting?: { value: Sorting | null; onChange: (value: Sorting | null) => void };
};

export function useSortedRows<T>({ columns, rows, rowKey, sorting: outer }: Given<T>) {
  const [inner, setInner] = useState<Sorting | null>(null);
  const sorting = outer ? outer.value : inner;
  const data = useMemo(() => rows.map((row) => ({ row })), [rows]);
  const defs = useMemo(
    () =>
      columns.map((column) => ({
        id: column.id,
        accessorFn: (item: { row: T }) => item.row,
        enableSorting: !!column.sort,
        sortFn: (left: { original: { row: T } }, right: { original: { row: T } }) =>
          typeof column.sort === 'function'
            ? column.sort(left.original.row, right.original.row)
            : 0,
      })),
    [columns],
  );
  const order: SortingState = sorting ? [{ id: sorting.column, desc: sorting.descending }] : [];
  const table = useTable({
    features,
    data,
    columns: defs,
    getRowId: (item) => rowKey(item.row),
    manualSorting: !!outer,
    state: { sorting: order },
  });

  // First press ascending, then descending, then as it came.
  function sortBy(id: string) {
    const next =
      sorting?.column !== id
        ? { column: id, descending: false }
        : sorting.descending
          ? null
          : { column: id, descending: true };
    if (outer) outer.onChange(next);
    else setInner(next);
  }
  return { rows: table.getRowModel().rows.map((row) => row.original.row), sorting, sortBy };
}
