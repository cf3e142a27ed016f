import { useState } from 'react';

import { LinkText } from '@/components/link-text';
import { Timeline } from '@/components/timeline';
import { showDate } from '@/lib/dates';
import { nameIn } from '@/lib/names';
import { showShare } from '@/lib/numbers';
import { useWords } from '@/lib/words';

import type { CareerLine } from './api';
import { EndDialog } from './end-dialog';

// What somebody held, the latest first, named as units were called when it began.
export function CareerTimeline({ lines }: { lines: CareerLine[] }) {
  const t = useWords();
  const [ending, setEnding] = useState<CareerLine | null>(null);
  const words = (line: CareerLine) =>
    t(`roster.kind.${line.kind}`, { share: showShare(line.share_percent / 100, t.language) });

  return (
    <>
      <Timeline
        label={t('person.career')}
        entries={lines.map((line) => ({
          key: line.id,
          act: nameIn(t.language, line.position_name, line.position_name_en),
          date: line.until
            ? t('person.from_until', { from: showDate(line.from), until: showDate(line.until) })
            : t('person.from', { from: showDate(line.from) }),
          note: (
            <>
              {line.unit_name}. {words(line)}. {line.note}{' '}
              {line.actions.includes('end') && (
                <LinkText onClick={() => setEnding(line)}>{t('person.end')}</LinkText>
              )}
            </>
          ),
        }))}
      />
      {ending && <EndDialog line={ending} onClose={() => setEnding(null)} />}
    </>
  );
}
