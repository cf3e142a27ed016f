import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';

import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Row, Stack } from '@/components/layout';
import { PageHead } from '@/components/page-head';
import { Refusal } from '@/components/refusal';
import { SelectField } from '@/components/select-field';
import { Notice } from '@/components/state-blocks';
import { useWords } from '@/lib/words';

import {
  type Column,
  columns,
  type DateOrder,
  importQuery,
  required,
  type RosterImport,
  useCheck,
  useMapping,
} from './api';
import { columnLetter } from './column-letter';
import { ImportSteps } from './import-steps';
import styles from './import.module.css';

type Chosen = Partial<Record<Column, string>>;

export function ColumnsPage() {
  const { importId = '' } = useParams();
  const { data } = useSuspenseQuery(importQuery(importId));
  return <Columns key={data.id} given={data} />;
}

function Columns({ given }: { given: RosterImport }) {
  const t = useWords();
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<Chosen>(() =>
    Object.fromEntries(given.columns.map(({ column, at }) => [column, String(at)])),
  );
  const [order, setOrder] = useState<DateOrder>(given.date_order);
  const mapping = useMapping(given.id);
  const check = useCheck(given.id);
  const missing = required.filter((column) => !chosen[column]);

  function start() {
    const mapped = columns.flatMap((column) =>
      chosen[column] ? [{ column, at: Number(chosen[column]) }] : [],
    );
    mapping.mutate(
      { columns: mapped, date_order: order },
      {
        onSuccess: () =>
          check.mutate(undefined, {
            onSuccess: () => void navigate(`/roster-import/${given.id}`),
          }),
      },
    );
  }
  return (
    <>
      <PageHead
        title={t('import.columns.title')}
        sentence={t('import.columns.sentence', { file: given.file_name, row: given.title_row })}
        trail={[
          { label: t('menu.roster_import'), to: '/roster-import' },
          { label: t('import.columns.title') },
        ]}
      />
      <ImportSteps current={2} id={given.id} />
      <Stack>
        <Told given={given} chosen={chosen} missing={missing} />
        <Card>
          <div className={styles.columns}>
            {columns.map((column) => (
              <ColumnField
                key={column}
                column={column}
                given={given}
                chosen={chosen}
                onChoose={(at) => setChosen((old) => ({ ...old, [column]: at }))}
              />
            ))}
            <SelectField<DateOrder>
              label={t('import.date_order')}
              value={order}
              onChange={(next) => next && setOrder(next)}
              options={(['ask', 'day_first', 'month_first'] as const).map((value) => ({
                value,
                label: t(`import.date_order.${value}`),
              }))}
            />
          </div>
        </Card>
        <Refusal error={mapping.error ?? check.error} />
        <Row gap={12}>
          <Button
            kind="primary"
            disabled={missing.length > 0 || !given.actions.includes('map')}
            reason={t(
              missing.length > 0
                ? 'refusal.roster_import.columns_missing'
                : 'import.columns.settled',
            )}
            working={mapping.isPending || check.isPending}
            workingWords={t('import.starting')}
            onClick={start}
          >
            {t('import.check')}
          </Button>
        </Row>
      </Stack>
    </>
  );
}

type FieldProps = {
  column: Column;
  given: RosterImport;
  chosen: Chosen;
  onChoose: (at: string | undefined) => void;
};

function ColumnField({ column, given, chosen, onChoose }: FieldProps) {
  const t = useWords();
  const name = t(`import.column.${column}`);
  const isRequired = required.includes(column);
  const none = isRequired ? [] : [{ value: '', label: t('import.columns.none') }];
  // A column of the file is read once: those taken elsewhere are not offered.
  const taken = Object.entries(chosen).flatMap(([other, at]) => (other === column ? [] : [at]));
  const titles = given.titles
    .filter((title) => !taken.includes(String(title.column)))
    .map((title) => ({
      value: String(title.column),
      label: t('import.columns.option', {
        letter: columnLetter(title.column),
        title: title.text,
      }),
    }));
  return (
    <SelectField
      label={isRequired ? t('import.columns.required', { column: name }) : name}
      value={chosen[column] ?? (isRequired ? null : '')}
      onChange={(at) => onChoose(at || undefined)}
      options={[...none, ...titles]}
    />
  );
}

function Told({
  given,
  chosen,
  missing,
}: {
  given: RosterImport;
  chosen: Chosen;
  missing: Column[];
}) {
  const t = useWords();
  const taken = Object.values(chosen);
  const unknown = given.titles.filter((title) => !taken.includes(String(title.column)));
  if (missing.length > 0) {
    const names = missing.map((column) => t(`import.column.${column}`)).join(', ');
    return <Notice>{t('import.columns.missing', { count: missing.length, names })}</Notice>;
  }
  if (unknown.length === 0) return <Notice tone="ok">{t('import.columns.all')}</Notice>;
  const names = unknown.map((title) => title.text).join(', ');
  return (
    <Notice tone="neutral">{t('import.columns.unknown', { count: unknown.length, names })}</Notice>
  );
}
