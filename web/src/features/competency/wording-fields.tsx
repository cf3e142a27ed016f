import { TextField } from '@/components/text-field';
import { useWords } from '@/lib/words';

import styles from './competency.module.css';
import type { Line } from './wording';

type Props = {
  lines: Line[];
  readOnly?: boolean;
  onChange: (changed: Line) => void;
};

// The lines given, Vietnamese beside English.
export function WordingFields({ lines, readOnly, onChange }: Props) {
  const t = useWords();
  return (
    <>
      {lines.map((line) => {
        const what = t(`frameworks.wording.${line.kind}`);
        const kind = line.kind === 'name' ? 'text' : 'long';
        const isName = line.kind === 'name';
        return (
          <div key={`${line.level} ${line.kind} ${line.seq}`} className={styles.languages}>
            <TextField
              label={t('frameworks.wording.vi', { what })}
              kind={kind}
              value={line.vi}
              onChange={(vi) => onChange({ ...line, vi })}
              required={isName && line.en === ''}
              readOnly={readOnly}
            />
            <TextField
              label={t('frameworks.wording.en', { what })}
              kind={kind}
              value={line.en}
              onChange={(en) => onChange({ ...line, en })}
              required={isName && line.vi === ''}
              readOnly={readOnly}
            />
          </div>
        );
      })}
    </>
  );
}
