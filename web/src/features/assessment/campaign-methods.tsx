import { CheckField } from '@/components/check-field';
import { DateField } from '@/components/date-field';
import { useWords } from '@/lib/words';

import styles from './assessment.module.css';
import { methods, type Method } from './campaign-draft';
import type { DraftProps } from './campaign-who';

// Who rates, the method says; the last day for it is the campaign's where none is given.
export function CampaignMethods({ draft, set, fault }: DraftProps) {
  const t = useWords();
  const chosen = methods.filter((each) => draft.methods[each] !== undefined);

  function toggle(method: Method) {
    const { [method]: had, ...others } = draft.methods;
    set({ methods: had === undefined ? { ...others, [method]: draft.last ?? '' } : others });
  }

  return (
    <fieldset className={styles.weights}>
      <legend className={styles.legend}>{t('assessment.campaign.methods')}</legend>
      <ul className={styles.list}>
        {methods.map((method) => (
          <li key={method} className={styles.method}>
            <CheckField
              label={t(`assessment.method.${method}`)}
              hint={t(`assessment.method.${method}.rater`)}
              checked={draft.methods[method] !== undefined}
              onChange={() => toggle(method)}
            />
            {draft.methods[method] !== undefined && (
              <DateField
                label={t('assessment.campaign.deadline')}
                value={draft.methods[method] || null}
                onChange={(day) => set({ methods: { ...draft.methods, [method]: day ?? '' } })}
                error={fault(`/scope/methods/${chosen.indexOf(method)}/deadline`)}
              />
            )}
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
