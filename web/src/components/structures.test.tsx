import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';

import { renderPage } from '@/testing/render';

import { DataTable } from './data-table';
import { HeatMap } from './heat-map';
import { Menu } from './menu';

const user = userEvent.setup();

const people = [
  { id: '1', name: 'Cà Văn Thạnh', division: 'Văn phòng' },
  { id: '2', name: 'Bạc Cầm Ún', division: 'Kinh tế' },
];

function Table({ rows }: { rows: typeof people }) {
  const [chosen, setChosen] = useState(new Set<string>());
  return (
    <DataTable
      caption="Nhân sự"
      columns={[
        {
          id: 'name',
          header: 'Họ và tên',
          rowHeader: true,
          cell: (row) => row.name,
          sort: (left, right) => left.name.localeCompare(right.name, 'vi'),
        },
      ]}
      rows={rows}
      rowKey={(row) => row.id}
      groupOf={(row) => ({ key: row.division, title: row.division })}
      selection={{ chosen, onChange: setChosen }}
      total={84}
      empty={{ title: 'Chưa có ai', reason: 'Nhập từ Excel để bắt đầu.' }}
    />
  );
}

test('a table says how many of all are shown, and sorts by its head', async () => {
  renderPage(<Table rows={people} />);
  const table = await screen.findByRole('table', { name: 'Nhân sự' });
  expect(screen.getByText('Hiện 2 trên 84')).toBeTruthy();

  await user.click(screen.getByRole('button', { name: 'Họ và tên' }));

  const names = within(table)
    .getAllByRole('rowheader')
    .map((cell) => cell.textContent.trim());
  expect(names).toEqual(['Kinh tế', 'Bạc Cầm Ún', 'Văn phòng', 'Cà Văn Thạnh']);
});

test('all rows of a table are chosen at once', async () => {
  renderPage(<Table rows={people} />);

  await user.click(await screen.findByRole('checkbox', { name: 'Chọn tất cả' }));

  const boxes = screen.getAllByRole<HTMLInputElement>('checkbox', { name: /^Chọn hàng này/ });
  expect(boxes.every((box) => box.checked)).toBe(true);
  expect(screen.getByRole('checkbox', { name: 'Chọn hàng này Cà Văn Thạnh' })).toBeTruthy();
});

test('an empty table says why and what to do', async () => {
  renderPage(<Table rows={[]} />);

  expect(await screen.findByRole('heading', { name: 'Chưa có ai' })).toBeTruthy();
  expect(screen.queryByRole('table')).toBeNull();
});

test('a heat map is walked by arrows, explains the cell and opens it by Enter', async () => {
  const opened = vi.fn();
  renderPage(
    <HeatMap
      caption="Đội"
      rowHeader="Người"
      columns={[
        { key: 'a', title: 'Tìm' },
        { key: 'b', title: 'Quản lý' },
      ]}
      rows={[
        {
          key: '1',
          title: 'Vừ A Sùng',
          values: { a: { held: 3, required: 3 }, b: { held: 1, required: 4 } },
        },
      ]}
      explain={(row, column) => `Ô đang chọn: ${row.key}, ${column.title}`}
      onOpen={opened}
    />,
  );
  const cells = await screen.findAllByRole('gridcell');
  expect(cells.map((cell) => cell.textContent)).toEqual(['đạt', '−3thiếu 3 bậc']);

  cells[0]?.focus();
  await user.keyboard('{ArrowRight}{Enter}');

  expect(document.activeElement).toBe(cells[1]);
  expect(screen.getByText('Ô đang chọn: 1, Quản lý')).toBeTruthy();
  expect(opened).toHaveBeenCalledOnce();
});

test('a menu is opened, walked and closed by keys', async () => {
  const chosen = vi.fn();
  renderPage(
    <Menu
      label="Việc khác"
      button="Việc"
      groups={[
        {
          items: [
            { label: 'Một', onSelect: () => {} },
            { label: 'Hai', onSelect: chosen },
          ],
        },
      ]}
    />,
  );

  await user.click(await screen.findByRole('button', { name: /Việc/ }));
  await user.keyboard('{ArrowDown}{Enter}');

  expect(chosen).toHaveBeenCalledOnce();
  expect(screen.queryByRole('menu')).toBeNull();
});
