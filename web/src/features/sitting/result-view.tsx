import { useQuery } from '@tanstack/react-query';

import { Bars } from '@/components/bars';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Row, Stack } from '@/components/layout';
import { LevelScale } from '@/components/level-scale';
import { LinkText } from '@/components/link-text';
import { PageHead } from '@/components/page-head';
import { Notice } from '@/components/state-blocks';
import { showDate } from '@/lib/dates';
import { useWords } from '@/lib/words';

import { meaningsQuery, type Outcome, type Sitting } from './api';
import styles from './sitting.module.css';

type Props = { sitting: Sitting; outcome: Outcome };

const inHundred = (probability: number) => Math.round(probability * 100);

export function ResultView({ sitting, outcome }: Props) {
  const t = useWords();
  const { competency, bank } = sitting;
  const required = sitting.required ?? null;
  const { level } = outcome;
  const isHighest = level === bank.highest_level && level < competency.levels;
  return (
    <div className={styles.narrow}>
      <PageHead
        title={t(isHighest ? 'sitting.level_or_more' : 'sitting.level', { level })}
        sentence={t('sitting.result_of', {
          name: competency.name,
          on: showDate(outcome.finished_on),
          answered: sitting.answered,
        })}
      />
      <Stack gap={16}>
        <p className={styles.chance}>
          {t(level === 0 ? 'sitting.chance.below' : 'sitting.chance.at', {
            level,
            n: inHundred(outcome.probability),
          })}{' '}
          {level > 0 &&
            level < outcome.levels.length - 1 &&
            t('sitting.chance_more', { level, n: inHundred(outcome.at_least) })}
        </p>
        <Card>
          <Bars
            label={t('sitting.chances')}
            bars={outcome.levels.map((each) => ({
              key: `${each.level}`,
              label: t('sitting.bar', { level: each.level }),
              value: each.probability,
              strong: each.level === level,
              shown: t('sitting.percent', { n: inHundred(each.probability) }),
            }))}
          />
        </Card>
        {bank.status === 'provisional' && <Notice tone="warn">{t('sitting.provisional')}</Notice>}
        <Meaning sitting={sitting} level={level} />
        {required !== null && (
          <Card title={t('sitting.against_post')}>
            <LevelScale levels={competency.levels} held={level} required={required} wide />
          </Card>
        )}
        <p className={styles.small}>
          {t(`sitting.stop.${outcome.stop}`)} {t('sitting.rated')}{' '}
          <LinkText to="/me/competencies">{t('sitting.object')}</LinkText>
        </p>
        <Row>
          <Button kind="primary" to="/my/gaps">
            {t('sitting.to_gaps')}
          </Button>
          <Button to="/me/competencies">{t('sitting.to_competencies')}</Button>
        </Row>
      </Stack>
    </div>
  );
}

function Meaning({ sitting, level }: { sitting: Sitting; level: number }) {
  const t = useWords();
  const { data } = useQuery(meaningsQuery(sitting.competency.id, t.language));
  const meanings = data?.items.filter((each) => each.level === level) ?? [];
  if (meanings.length === 0) return null;
  return (
    <Card title={t('sitting.meaning', { level })}>
      <ul className={styles.promises}>
        {meanings.map((each) => (
          <li key={each.kind + each.text}>{each.text}</li>
        ))}
      </ul>
    </Card>
  );
}
