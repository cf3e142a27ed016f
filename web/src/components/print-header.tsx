import { showTime } from '@/lib/dates';
import { useWords } from '@/lib/words';

import styles from './print-header.module.css';

// Only on paper: whose list, of which day, printed when; `wide` lays the sheet across.
export function PrintHeader({ unit, asOf, wide }: { unit: string; asOf?: string; wide?: boolean }) {
  const t = useWords();
  return (
    <div className={styles.root} aria-hidden="true" data-paper={wide && 'wide'}>
      <span>{unit}</span>
      <span>
        {asOf && `${t('ui.as_of')} ${asOf}. `}
        {t('ui.printed', { time: showTime(new Date()) })}
      </span>
    </div>
  );
}
