import { useSuspenseQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';

import { AsOfDate, useAsOf } from '@/components/as-of-date';
import { ExportButtons } from '@/components/export-buttons';
import { LinkText } from '@/components/link-text';
import { PageHead } from '@/components/page-head';
import { Empty } from '@/components/state-blocks';
import { useUnitScope } from '@/lib/unit-scope';
import { showNumber } from '@/lib/numbers';
import { useWords, Words } from '@/lib/words';

import { exportMatrix, matrixQuery, unitName } from './matrix-api';
import { NeedsSheet } from './needs-sheet';

export function NeedsPage() {
  const { unitId } = useUnitScope();
  return unitId ? <UnitNeeds key={unitId} unit={unitId} /> : null;
}

function UnitNeeds({ unit }: { unit: string }) {
  const t = useWords();
  const { on, isToday } = useAsOf();
  const asked = { unit, on: isToday ? undefined : on, language: t.language };
  const { data: matrix } = useSuspenseQuery(matrixQuery(asked));
  const isEmpty = matrix.columns.length === 0;

  return (
    <>
      <PageHead
        title={t('needs.title', { unit: unitName(matrix.unit, t.language) })}
        sentence={
          <>
            {t('needs.sentence', {
              units: matrix.rows.length,
              people: showNumber(matrix.total.people, t.language),
            })}{' '}
            <AsOfDate />.{' '}
            <Words id="needs.duties_link" parts={[<Ranks key="0" />, <Duties key="1" />]} />
          </>
        }
        actions={
          !isEmpty && (
            <ExportButtons what={t('needs.matrix')} save={(kind) => exportMatrix(kind, asked)} />
          )
        }
      />
      {isEmpty ? (
        <Empty drawing title={t('needs.no_matrix')} reason={t('needs.no_matrix.reason')} />
      ) : (
        <NeedsSheet matrix={matrix} asked={asked} />
      )}
    </>
  );
}

// The words come from the message.
function Ranks({ children }: { children?: ReactNode }) {
  return <LinkText to="/needs/ranking">{children}</LinkText>;
}

function Duties({ children }: { children?: ReactNode }) {
  return <LinkText to="/needs/concurrent-duties">{children}</LinkText>;
}
