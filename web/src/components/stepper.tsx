import { Link } from 'react-router';

import { useWords } from '@/lib/words';

import { Icon } from './icons';
import styles from './stepper.module.css';

export type Step = { label: string; done?: boolean; to?: string };

// A wizard is pages with addresses; this says where one stands.
export function Stepper({
  steps,
  current,
  label,
}: {
  steps: Step[];
  current: number;
  label: string;
}) {
  const t = useWords();
  return (
    <nav aria-label={label}>
      <ol className={styles.root}>
        {steps.map((step, index) => {
          const words = `${index + 1}. ${step.label}`;
          const isCurrent = index === current;
          return (
            <li
              key={step.label}
              aria-current={isCurrent ? 'step' : undefined}
              data-reached={step.done || isCurrent || undefined}
            >
              {step.done && !isCurrent && (
                <span className={styles.tick}>
                  <Icon name="check" size={16} />
                </span>
              )}
              {step.to && !isCurrent ? <Link to={step.to}>{words}</Link> : <span>{words}</span>}
              {step.done && <span className="unseen">, {t('ui.done')}</span>}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
