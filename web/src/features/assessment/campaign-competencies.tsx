import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { CheckField } from '@/components/check-field';
import { Stack } from '@/components/layout';
import { SelectField } from '@/components/select-field';
import { Empty, Failed, Loading } from '@/components/state-blocks';
import { useWords } from '@/lib/words';

import { type Area, contentQuery, type Framework, frameworksQuery } from './api';
import styles from './assessment.module.css';
import { toggled } from './campaign-draft';

type Props = { chosen: string[]; onChange: (competencies: string[]) => void };

// Out of the edition of a framework that is in force; several frameworks may be mixed.
export function CampaignCompetencies({ chosen, onChange }: Props) {
  const t = useWords();
  const frameworks = useQuery(frameworksQuery(t.language));
  const offered = (frameworks.data?.items ?? []).filter(inForce);
  const [picked, setPicked] = useState<string | null>(null);
  const framework = offered.find((each) => each.id === picked) ?? offered[0];
  if (frameworks.error) {
    return <Failed error={frameworks.error} retry={() => void frameworks.refetch()} />;
  }
  if (!frameworks.data) return <Loading rows={4} what={t('assessment.campaign.frameworks')} />;
  if (!framework) {
    return (
      <Empty
        title={t('assessment.campaign.no_framework')}
        reason={t('assessment.campaign.no_framework.reason')}
      />
    );
  }
  return (
    <Stack>
      <SelectField
        label={t('assessment.campaign.framework')}
        hint={t('assessment.campaign.chosen', { count: chosen.length })}
        value={framework.id}
        onChange={setPicked}
        options={offered.map((each) => ({ value: each.id, label: each.name.text }))}
      />
      <Areas version={inForce(framework)?.id ?? ''} chosen={chosen} onChange={onChange} />
    </Stack>
  );
}

function inForce(framework: Framework) {
  return framework.versions.find((each) => each.status === 'approved');
}

function Areas({ version, chosen, onChange }: Props & { version: string }) {
  const t = useWords();
  const content = useQuery(contentQuery(version, t.language));
  if (content.error) return <Failed error={content.error} retry={() => void content.refetch()} />;
  if (!content.data) return <Loading rows={4} what={t('assessment.campaign.competencies')} />;
  return (
    <div
      className={styles.areas}
      tabIndex={0}
      role="group"
      aria-label={t('assessment.campaign.what')}
    >
      {content.data.areas.map((area) => (
        <AreaChoice key={area.code} area={area} chosen={chosen} onChange={onChange} />
      ))}
    </div>
  );
}

function AreaChoice({ area, chosen, onChange }: Props & { area: Area }) {
  const ids = area.competencies.map((each) => each.id);
  const within = ids.filter((id) => chosen.includes(id));
  const others = chosen.filter((id) => !ids.includes(id));
  const all = within.length === ids.length;
  return (
    <div className={styles.area}>
      <CheckField
        label={<b>{area.name.text}</b>}
        checked={all}
        partly={within.length > 0 && !all}
        onChange={() => onChange(all ? others : [...others, ...ids])}
      />
      <div className={styles.checks}>
        {area.competencies.map((each) => (
          <CheckField
            key={each.id}
            label={each.name.text}
            checked={chosen.includes(each.id)}
            onChange={() => onChange(toggled(chosen, each.id))}
          />
        ))}
      </div>
    </div>
  );
}
