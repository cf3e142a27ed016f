import { fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';

import { renderPage } from '@/testing/render';

import { useGridKeys } from './grid-keys';

function Grid() {
  const [rows, setRows] = useState(3);
  const { ref, cell } = useGridKeys(rows, 1, {});
  return (
    <table ref={ref} role="grid" onDoubleClick={() => setRows(1)}>
      <tbody>
        {Array.from({ length: rows }, (_, row) => (
          <tr key={row}>
            <td role="gridcell" {...cell(row, 0)}>
              {row}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

test('one cell stays in the tab order when the rows become fewer', async () => {
  renderPage(<Grid />);
  fireEvent.focus(await screen.findByRole('gridcell', { name: '2' }));

  fireEvent.doubleClick(screen.getByRole('grid'));

  const cells = await screen.findAllByRole('gridcell');
  expect(cells.map((each) => each.tabIndex)).toEqual([0]);
});
