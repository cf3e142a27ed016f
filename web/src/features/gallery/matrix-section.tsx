import { useState } from 'react';

import { Button } from '@/components/button';
import { HeatMap, type HeatRow } from '@/components/heat-map';
import { Row } from '@/components/layout';
import { LevelScale } from '@/components/level-scale';
import { LinkText } from '@/components/link-text';
import { NeedsMatrix, type NeedsRow } from '@/components/needs-matrix';
import { SegmentedFilter } from '@/components/segmented-filter';
import { WhyDrawer } from '@/components/why-drawer';
import { useWords } from '@/lib/words';

import { Section } from './section';

const columns = [
  { key: 'a', title: 'Tìm và lọc', group: 'Dữ liệu' },
  { key: 'b', title: 'Quản lý dữ liệu', group: 'Dữ liệu' },
  { key: 'c', title: 'Chia sẻ', group: 'Giao tiếp số' },
  { key: 'd', title: 'Hợp tác', group: 'Giao tiếp số' },
  { key: 'e', title: 'Dùng AI', group: 'AI' },
];
const v = (held: number | null, required: number | null) => ({ held, required });
const people: HeatRow[] = [
  {
    key: '1',
    title: 'Lò Văn Inh',
    note: 'Trưởng phòng',
    values: { a: v(4, 4), b: v(4, 4), c: v(5, 4), d: v(3, 3), e: v(1, 2) },
  },
  {
    key: '2',
    title: 'Vừ A Sùng',
    note: 'Y tế - dân số',
    values: { a: v(3, 4), b: v(1, 4), c: v(3, 3), d: v(1, 3), e: v(null, 2) },
  },
  {
    key: '3',
    title: 'Khoàng Thị Nọi',
    note: 'Giáo dục',
    values: { a: v(4, 3), b: v(4, 4), c: v(3, 3), d: v(3, 3) },
  },
];
const needs = (a: number, b: number, c: number, d: number, e: number) => ({
  a: { count: a },
  b: { count: b },
  c: { count: c },
  d: { count: d },
  e: { count: e },
});
const total: NeedsRow = {
  key: '0',
  title: 'Toàn tỉnh',
  people: 3118,
  counts: needs(418, 1284, 973, 331, 1610),
};

export function MatrixSection() {
  const [why, setWhy] = useState(false);
  return (
    <>
      <Scales onWhy={() => setWhy(true)} />
      <People onWhy={() => setWhy(true)} />
      <Units />
      <Why open={why} onClose={() => setWhy(false)} />
    </>
  );
}

function Scales({ onWhy }: { onWhy: () => void }) {
  const t = useWords();
  return (
    <Section id="scales">
      <LevelScale levels={6} held={2} required={4} />
      <LevelScale levels={6} held={4} required={4} />
      <LevelScale levels={6} held={5} required={4} />
      <LevelScale levels={6} held={null} required={3} />
      <div style={{ maxWidth: 360 }}>
        <LevelScale levels={6} held={3} required={4} wide />
      </div>
      <Row>
        <LinkText onClick={onWhy}>{t('ui.why')}</LinkText>
      </Row>
    </Section>
  );
}

function Why({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useWords();
  return (
    <WhyDrawer
      open={open}
      onClose={onClose}
      actions={
        <>
          <Button>{t('gallery.why.report')}</Button>
          <Button kind="primary">{t('gallery.why.next')}</Button>
        </>
      }
      facts={{
        subject: '1.3 Quản lý dữ liệu, thông tin và nội dung số',
        levels: 6,
        held: 2,
        required: 4,
        reasons: t('gallery.why.reason'),
        heldBasis: t('gallery.why.held'),
        evidence: [
          { key: '1', what: t('gallery.why.test'), level: 2, counted: true },
          { key: '2', what: t('gallery.why.self'), level: 3, counted: false },
        ],
        rule: t('gallery.why.rule'),
        day: '23/11/2026',
      }}
    />
  );
}

function People({ onWhy }: { onWhy: () => void }) {
  const t = useWords();
  return (
    <Section id="heat">
      <HeatMap
        caption={t('gallery.heat')}
        rowHeader={t('gallery.person')}
        columns={columns}
        rows={people}
        onOpen={onWhy}
        explain={(row, column, value) => (
          <Row gap={24} apart>
            <b>
              {row.title}, {column.title}
            </b>
            <LevelScale levels={6} held={value.held} required={value.required} />
          </Row>
        )}
      />
    </Section>
  );
}

function Units() {
  const t = useWords();
  const [by, setBy] = useState<'count' | 'share'>('count');
  const [open, setOpen] = useState(false);
  const division = {
    key: '1a',
    title: 'Văn hóa - xã hội',
    depth: 1,
    people: 19,
    counts: needs(2, 14, 9, 1, 13),
  };
  const rows: NeedsRow[] = [
    {
      key: '1',
      title: 'Xã Tuần Giáo',
      people: 94,
      counts: needs(9, 41, 28, 6, 52),
      expandable: true,
      expanded: open,
    },
    ...(open ? [division] : []),
    {
      key: '2',
      title: 'Xã Mường Ảng',
      people: 82,
      counts: needs(12, 37, 24, 8, 46),
      expandable: true,
    },
  ];
  return (
    <Section id="needs">
      <Row>
        <SegmentedFilter
          label={t('gallery.shown_as')}
          value={by}
          onChange={setBy}
          options={[
            { value: 'count', label: t('gallery.count') },
            { value: 'share', label: t('gallery.share') },
          ]}
        />
      </Row>
      <NeedsMatrix
        caption={t('gallery.needs')}
        rowHeader={t('gallery.unit')}
        columns={columns}
        rows={rows}
        total={total}
        by={by}
        isChosen={(row, column) => row.key === '2' && column.key === 'b'}
        onExpand={() => setOpen(!open)}
        foot={t('ui.shown_of', { shown: 2, total: 45 })}
      />
    </Section>
  );
}
