import { useState } from 'react';

import { Button } from '@/components/button';
import { CheckField } from '@/components/check-field';
import { ConfirmDialog } from '@/components/confirm-dialog';
import { DateField } from '@/components/date-field';
import { FileDrop } from '@/components/file-drop';
import { Row } from '@/components/layout';
import { Menu } from '@/components/menu';
import { NumberField } from '@/components/number-field';
import { RadioField } from '@/components/radio-field';
import { SearchField } from '@/components/search-field';
import { SegmentedFilter } from '@/components/segmented-filter';
import { SelectField } from '@/components/select-field';
import { Tabs } from '@/components/tabs';
import { TextField } from '@/components/text-field';
import { toast } from '@/components/toast';
import { type PickedUnit, UnitPicker } from '@/components/unit-picker';
import { matches } from '@/lib/fold';
import { useWords } from '@/lib/words';

import { Section } from './section';

const communes = [
  'Mường Ảng',
  'Búng Lao',
  'Mường Lạn',
  'Nà Tấu',
  'Tuần Giáo',
  'Na Sang',
  'Sín Thầu',
  'Mường Nhé',
];
const units: PickedUnit[] = communes.map((name, index) => ({
  id: `${index}`,
  name: `Xã ${name}`,
  parent: 'Tỉnh Điện Biên',
}));

export function ControlSection() {
  return (
    <>
      <Buttons />
      <Fields />
      <Choices />
    </>
  );
}

function Buttons() {
  const t = useWords();
  const [open, setOpen] = useState(false);
  return (
    <Section id="buttons">
      <Row>
        <Button kind="primary">{t('gallery.submit')}</Button>
        <Button>{t('gallery.save_draft')}</Button>
        <Button kind="text">{t('gallery.preview')}</Button>
        <Button kind="danger" onClick={() => setOpen(true)}>
          {t('gallery.revoke')}
        </Button>
      </Row>
      <Row>
        <Button icon="download">{t('ui.export')}</Button>
        <Button kind="primary" working>
          {t('gallery.submit')}
        </Button>
        <Button onClick={() => toast(t('gallery.saved'), () => undefined)}>
          {t('gallery.toast')}
        </Button>
        <Menu
          label={t('gallery.menu')}
          button={t('gallery.menu')}
          groups={[{ items: [{ label: t('gallery.preview'), onSelect: () => undefined }] }]}
        />
      </Row>
      <Row>
        <Button disabled reason={t('gallery.reason')}>
          {t('gallery.submit')}
        </Button>
      </Row>
      <ConfirmDialog
        title={t('gallery.revoke_title')}
        effect={t('gallery.revoke_effect')}
        act={t('gallery.revoke')}
        danger
        open={open}
        onAct={() => setOpen(false)}
        onClose={() => setOpen(false)}
      />
    </Section>
  );
}

function Fields() {
  const t = useWords();
  const [words, setWords] = useState('Quàng Thị Thảo');
  const [people, setPeople] = useState<number | null>(12);
  const [date, setDate] = useState<string | null>('2026-11-23');
  const [commune, setCommune] = useState<string | null>('2');
  const [unit, setUnit] = useState<PickedUnit | null>(null);
  const [file, setFile] = useState<File | null>(null);
  const find = (sought: string) =>
    Promise.resolve(units.filter((each) => matches(each.name, sought)));
  return (
    <Section id="fields">
      <TextField label={t('gallery.name')} value={words} onChange={setWords} />
      <TextField label={t('gallery.password')} kind="password" value={words} onChange={setWords} />
      <TextField label={t('gallery.note')} kind="long" value={words} onChange={setWords} />
      <TextField label={t('gallery.name')} value={words} onChange={setWords} readOnly />
      <NumberField
        label={t('gallery.people')}
        hint={t('gallery.people_hint')}
        error={t('gallery.people_few')}
        value={people}
        onChange={setPeople}
      />
      <DateField label={t('gallery.date')} value={date} onChange={setDate} />
      <SelectField
        label={t('gallery.commune')}
        value={commune}
        onChange={setCommune}
        options={units.map((each) => ({ value: each.id, label: each.name }))}
      />
      <UnitPicker
        label={t('gallery.unit')}
        value={unit}
        onChange={setUnit}
        load={find}
        source="gallery"
      />
      <FileDrop
        label={t('gallery.file')}
        accept=".xlsx,.csv"
        limit={20 * 1024 * 1024}
        file={file}
        onFile={setFile}
      />
    </Section>
  );
}

function Choices() {
  const t = useWords();
  const [merged, setMerged] = useState(true);
  const [form, setForm] = useState<'here' | 'online'>('here');
  const [status, setStatus] = useState<'all' | 'vacant'>('all');
  const [tab, setTab] = useState<'here' | 'online'>('here');
  const [sought, setSought] = useState('');
  const forms = [
    { value: 'here' as const, label: t('gallery.form.here') },
    { value: 'online' as const, label: t('gallery.form.online') },
  ];
  return (
    <Section id="choices">
      <CheckField label={t('gallery.merge')} checked={merged} onChange={setMerged} />
      <RadioField label={t('gallery.form')} value={form} onChange={setForm} options={forms} />
      <Row>
        <SearchField
          label={t('gallery.search')}
          example={t('gallery.search_example')}
          value={sought}
          onChange={setSought}
          slash
        />
        <SegmentedFilter
          label={t('gallery.status')}
          value={status}
          onChange={setStatus}
          options={[
            { value: 'all', label: t('gallery.all'), count: 84 },
            { value: 'vacant', label: t('gallery.vacant'), count: 2 },
          ]}
        />
      </Row>
      <Tabs
        label={t('gallery.form')}
        value={tab}
        onChange={setTab}
        tabs={forms.map((each) => ({ ...each, panel: <p>{each.label}</p> }))}
      />
    </Section>
  );
}
