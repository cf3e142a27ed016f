import type { UseQueryResult } from '@tanstack/react-query';

import { Card } from '@/components/card';
import { Pill } from '@/components/pill';
import { Failed, Loading } from '@/components/state-blocks';
import { useWords } from '@/lib/words';

import type { Proposal, Proposals } from './api';
import styles from './competency.module.css';

type Props = { chosen: boolean; ready: boolean; query: UseQueryResult<Proposals> };

// The requirements that would arise; what is required already stays as it is.
export function AdoptionPreview({ chosen, ready, query }: Props) {
  const t = useWords();
  const { data } = query;
  return (
    <Card title={t('adoption.preview')}>
      {!ready && <p>{chosen ? t('adoption.preview.whom') : t('adoption.preview.nothing')}</p>}
      {ready && query.isPending && <Loading rows={6} />}
      {ready && query.error && <Failed error={query.error} retry={() => void query.refetch()} />}
      {ready && data && (
        <>
          <p role="status">
            {t('adoption.preview.sentence', {
              added: data.added,
              kept: data.items.length - data.added,
            })}
          </p>
          <ul className={styles.proposals}>
            {data.items.map((item) => (
              <Line key={item.competency} item={item} />
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}

function Line({ item }: { item: Proposal }) {
  const t = useWords();
  return (
    <li>
      <span>
        {item.name}
        <br />
        <small>{item.code}</small>
      </span>
      <span className={styles.figure}>
        {t('requirements.of_levels', { level: item.level, levels: item.levels })}
        {item.required !== null && (
          <>
            <br />
            <Pill>{t('adoption.kept', { level: item.required })}</Pill>
          </>
        )}
      </span>
    </li>
  );
}
