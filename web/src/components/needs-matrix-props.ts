import type { ReactNode } from 'react';

export type NeedsColumn = { key: string; title: string };
export type NeedsRow = {
  key: string;
  title: string;
  depth?: number;
  people: number;
  // People lacking the competency; where only some need it, how many do.
  counts: Record<string, { count: number; of?: number } | undefined>;
  expandable?: boolean;
  expanded?: boolean;
};

export type NeedsMatrixProps = {
  caption: string;
  rowHeader: string;
  columns: NeedsColumn[];
  rows: NeedsRow[];
  total?: NeedsRow;
  by: 'count' | 'share';
  steps?: number[];
  isChosen?: (row: NeedsRow, column: NeedsColumn) => boolean;
  onChoose?: (row: NeedsRow, column: NeedsColumn) => void;
  onExpand?: (row: NeedsRow) => void;
  foot?: ReactNode;
};
