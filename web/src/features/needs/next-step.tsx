import { useQuery } from '@tanstack/react-query';

import { LinkText } from '@/components/link-text';
import { nameIn } from '@/lib/names';
import { useWords } from '@/lib/words';

import { catalogueQuery, type Gap, type Programme, programmesQuery } from './gap-api';
import styles from './gaps.module.css';

// What there is to learn for a gap; where there is nothing, what happens with the need.
export function NextStep({ gap }: { gap: Gap }) {
  const t = useWords();
  const catalogue = useQuery(catalogueQuery);
  const own = useQuery({
    ...programmesQuery(gap.competency),
    enabled: catalogue.data === null,
  });
  const data =
    catalogue.data?.filter((each) =>
      each.outcomes?.some((outcome) => outcome.competency === gap.competency),
    ) ?? own.data;
  const error = catalogue.error ?? own.error;
  const first = data?.[0];
  if (!data && !error) return null;
  return (
    <p className={styles.next}>
      {first ? (
        <LinkText to={`/programmes/${first.id}`}>
          {t('needs.programme', { title: titleOf(first, t.language), more: data.length - 1 })}
        </LinkText>
      ) : (
        t('needs.no_programme')
      )}
    </p>
  );
}

function titleOf(programme: Programme, language: string): string {
  return nameIn(language, programme.title, programme.title_en);
}
