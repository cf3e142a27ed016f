import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';

import { Problem } from '@/lib/api-client';
import { useWords, type Values } from '@/lib/words';

import { Button } from './button';
import { Row } from './layout';
import styles from './state-blocks.module.css';

type Props = {
  // The error of a mutation or query; nothing is shown while it is null.
  error: unknown;
  // Figures for the words: by how much, which rule, of which date.
  values?: Values;
  // One or two ways forward.
  actions?: ReactNode;
  retry?: () => void;
};

// Stands beside the act. The words are `refusal.<code>` and `refusal.<code>.next`.
export function Refusal({ error, values, actions, retry }: Props) {
  const t = useWords();
  const client = useQueryClient();
  // The refusal after which the page was read again.
  const [reread, setReread] = useState<unknown>(null);
  if (!error) return null;
  if (reread === error) {
    return (
      <p role="status" className={styles.reread}>
        {t('ui.reloaded')}
      </p>
    );
  }
  const problem = error instanceof Problem ? error : new Problem(500, 'client.fault');
  // A refusal without words of its own is told by its status; the most are "not allowed" and "not
  // there".
  const code = [problem.code, `server.${problem.status}`].find((each) => t.has(`refusal.${each}`));
  const known = code !== undefined;
  const told = code ?? (problem.isRefusal ? 'unknown' : 'server.fault');

  return (
    <div role="alert" className={problem.isRefusal ? styles.refused : styles.failed}>
      <p className={styles.title}>{t(`refusal.${told}`, values)}</p>
      {t.has(`refusal.${told}.next`) && <p>{t(`refusal.${told}.next`, values)}</p>}
      <FaultList problem={problem} />
      <div className={styles.acts}>
        <Row>
          {actions}
          {problem.isOvertaken && (
            <Button
              icon="retry"
              onClick={() => void client.invalidateQueries().then(() => setReread(error))}
            >
              {t('ui.reload')}
            </Button>
          )}
          {retry && (
            <Button icon="retry" onClick={retry}>
              {t('ui.retry')}
            </Button>
          )}
          {(!known || !problem.isRefusal) && (
            <span className={styles.code}>
              {t('ui.report_code', { code: problem.requestId || problem.code })}
            </span>
          )}
        </Row>
      </div>
    </div>
  );
}

function FaultList({ problem }: { problem: Problem }) {
  const t = useWords();
  const said = new Set(
    problem.faults.flatMap(({ code }) => [`fault.${code}`, `refusal.${code}`].find(t.has) ?? []),
  );
  if (said.size === 0) return null;
  return (
    <ul className={styles.faults}>
      {[...said].map((id) => (
        <li key={id}>{t(id)}</li>
      ))}
    </ul>
  );
}
