import { type KeyboardEvent, useRef, useState } from 'react';

type Place = { row: number; column: number };
type Acts = { onMove?: (at: Place) => void; onOpen?: (at: Place) => void };

// The ARIA grid pattern: one cell in the tab order, arrows, Home, End, Ctrl+Home, Ctrl+End, Enter.
export function useGridKeys(rows: number, columns: number, { onMove, onOpen }: Acts) {
  const ref = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState<Place>({ row: 0, column: 0 });
  const clamp = (value: number, count: number) => Math.min(Math.max(value, 0), count - 1);

  // Rows and columns may have become fewer since.
  const here = { row: clamp(at.row, rows), column: clamp(at.column, columns) };

  function move(to: Place) {
    const next = { row: clamp(to.row, rows), column: clamp(to.column, columns) };
    setAt(next);
    ref.current?.querySelector<HTMLElement>(`[data-place="${next.row} ${next.column}"]`)?.focus();
  }

  function onKeyDown(event: KeyboardEvent, { row, column }: Place) {
    const targets: Record<string, Place> = {
      ArrowLeft: { row, column: column - 1 },
      ArrowRight: { row, column: column + 1 },
      ArrowUp: { row: row - 1, column },
      ArrowDown: { row: row + 1, column },
      Home: { row: event.ctrlKey ? 0 : row, column: 0 },
      End: { row: event.ctrlKey ? rows - 1 : row, column: columns - 1 },
    };
    const target = targets[event.key];
    if (target) {
      event.preventDefault();
      move(target);
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onOpen?.({ row, column });
    }
  }

  function cell(row: number, column: number) {
    return {
      'data-place': `${row} ${column}`,
      tabIndex: here.row === row && here.column === column ? 0 : -1,
      onFocus: () => {
        setAt({ row, column });
        onMove?.({ row, column });
      },
      onDoubleClick: () => onOpen?.({ row, column }),
      onKeyDown: (event: KeyboardEvent) => onKeyDown(event, { row, column }),
    };
  }
  return { ref, cell };
}
