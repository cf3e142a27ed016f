import { useState } from 'react';

import { Button } from '@/components/button';
import { type Column, DataTable } from '@/components/data-table';
import { FilterRow } from '@/components/layout';
import { LinkText } from '@/components/link-text';
import { Pill } from '@/components/pill';
import { SearchField } from '@/components/search-field';
import { matches } from '@/lib/fold';
import { comparePeople } from '@/lib/sort';
import { showDate } from '@/lib/dates';
import { useWords } from '@/lib/words';

import { Section } from './section';

type Row = {
  key: string;
  name: string | null;
  post: string;
  division: string;
  since: string;
  met: string;
};

const rows: Row[] = [
  {
    key: '1',
    name: 'Cà Văn Thạnh',
    post: 'Chánh Văn phòng',
    division: 'Văn phòng HĐND và UBND',
    since: '2025-07-01',
    met: '11/12',
  },
  {
    key: '2',
    name: 'Tòng Thị Hương',
    post: 'Tư pháp - hộ tịch',
    division: 'Văn phòng HĐND và UBND',
    since: '2025-07-01',
    met: '9/12',
  },
  {
    key: '3',
    name: null,
    post: 'Quản trị công nghệ thông tin',
    division: 'Văn phòng HĐND và UBND',
    since: '2026-08-01',
    met: '',
  },
  {
    key: '4',
    name: 'Quàng Văn Bình',
    post: 'Văn phòng - thống kê',
    division: 'Văn phòng HĐND và UBND',
    since: '2025-09-15',
    met: '7/12',
  },
  {
    key: '5',
    name: 'Lường Văn Hặc',
    post: 'Trưởng phòng',
    division: 'Phòng Kinh tế',
    since: '2025-07-01',
    met: '12/12',
  },
  {
    key: '6',
    name: 'Giàng Thị Súa',
    post: 'Tài chính - kế toán',
    division: 'Phòng Kinh tế',
    since: '2025-07-01',
    met: '10/12',
  },
];

export function TableSection() {
  const t = useWords();
  const [chosen, setChosen] = useState(new Set(['2']));
  const [sought, setSought] = useState('');
  const columns: Column<Row>[] = [
    {
      id: 'name',
      header: t('gallery.name'),
      rowHeader: true,
      sort: (left, right) => comparePeople(left.name ?? '', right.name ?? ''),
      cell: (row) =>
        row.name ? (
          <LinkText to="/gallery" kind="name">
            {row.name}
          </LinkText>
        ) : (
          <i>{t('gallery.nobody')}</i>
        ),
    },
    { id: 'post', header: t('gallery.post'), cell: (row) => row.post },
    {
      id: 'since',
      header: t('gallery.since'),
      sort: (left, right) => left.since.localeCompare(right.since),
      cell: (row) => showDate(row.since),
    },
    { id: 'met', header: t('gallery.met'), align: 'right', cell: (row) => row.met },
    {
      id: 'notes',
      header: t('gallery.notes'),
      cell: (row) =>
        !row.name && <Pill kind="vacant">{t('gallery.vacant_days', { days: 114 })}</Pill>,
    },
  ];
  return (
    <Section id="table">
      <FilterRow aside={<Button icon="download">{t('ui.export')}</Button>}>
        <SearchField
          label={t('gallery.search')}
          example={t('gallery.search_example')}
          value={sought}
          onChange={setSought}
        />
      </FilterRow>
      <DataTable
        caption={t('gallery.table')}
        columns={columns}
        rows={rows.filter((row) => matches(`${row.name ?? ''} ${row.post}`, sought))}
        rowKey={(row) => row.key}
        groupOf={(row) => ({
          key: row.division,
          title: row.division,
          note: t('gallery.group_note'),
        })}
        vacant={(row) => !row.name}
        selection={{ chosen, onChange: setChosen }}
        selectable={(row) => !!row.name}
        totals={{ name: t('gallery.sum'), met: '49/60' }}
        total={84}
        more={{ has: true, loading: false, onMore: () => undefined }}
        empty={{ title: t('gallery.none'), reason: t('gallery.none_reason') }}
      />
    </Section>
  );
}
