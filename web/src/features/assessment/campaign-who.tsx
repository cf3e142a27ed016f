import { useQuery } from '@tanstack/react-query';

import { CheckField } from '@/components/check-field';
import { DateField } from '@/components/date-field';
import { Pair, Stack } from '@/components/layout';
import { TextField } from '@/components/text-field';
import { UnitPicker } from '@/components/unit-picker';
import { nameIn } from '@/lib/names';
import { useUnitScope } from '@/lib/unit-scope';
import { findUnits } from '@/lib/units';
import { useWords } from '@/lib/words';

import { groupChoicesQuery } from './api';
import styles from './assessment.module.css';
import { type CampaignDraft, toggled } from './campaign-draft';

export type DraftProps = {
  draft: CampaignDraft;
  set: (change: Partial<CampaignDraft>) => void;
  fault: (path: string) => string | null;
};

export function CampaignWho({ draft, set, fault }: DraftProps) {
  const t = useWords();
  const { units } = useUnitScope();
  const groups = useQuery(groupChoicesQuery(t.language));
  return (
    <Stack>
      <TextField
        label={t('assessment.campaign.title')}
        value={draft.title}
        onChange={(title) => set({ title })}
        error={fault('/title')}
        required
      />
      <UnitPicker
        label={t('assessment.campaign.unit')}
        hint={t('assessment.campaign.unit.hint')}
        value={draft.unit}
        onChange={(unit) => set({ unit })}
        load={(sought, signal) => findUnits({ sought, below: units, signal })}
        source="campaign"
      />
      {groups.data && groups.data.length > 0 && (
        <fieldset className={styles.weights}>
          <legend className={styles.legend}>{t('assessment.campaign.groups')}</legend>
          <p className={styles.over}>{t('assessment.campaign.groups.hint')}</p>
          <div className={styles.checks}>
            {groups.data.map((group) => (
              <CheckField
                key={group.id}
                label={nameIn(t.language, group.name, group.name_en)}
                checked={draft.groups.includes(group.id)}
                onChange={() => set({ groups: toggled(draft.groups, group.id) })}
              />
            ))}
          </div>
        </fieldset>
      )}
      <Pair>
        <DateField
          label={t('assessment.campaign.from')}
          value={draft.from}
          onChange={(from) => set({ from })}
          error={fault('/from_date')}
          required
        />
        <DateField
          label={t('assessment.campaign.last')}
          value={draft.last}
          onChange={(last) => set({ last })}
          error={fault('/until_date')}
          required
        />
      </Pair>
    </Stack>
  );
}
