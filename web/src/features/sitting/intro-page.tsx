import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from 'react-router';

import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Facts, Row, Stack } from '@/components/layout';
import { LinkText } from '@/components/link-text';
import { PageHead } from '@/components/page-head';
import { Refusal } from '@/components/refusal';
import { Empty, Notice } from '@/components/state-blocks';
import { showDate } from '@/lib/dates';
import { testsQuery } from '@/lib/tests';
import { useWords } from '@/lib/words';

import { type Offer, useBegin } from './api';
import styles from './sitting.module.css';

const promises = ['one', 'leave', 'unknown', 'level', 'rating'];

export function IntroPage() {
  const t = useWords();
  const { competency } = useParams();
  const { data } = useSuspenseQuery(testsQuery(t.language));
  const offer = data.items.find((each) => each.competency.id === competency);
  if (!offer) {
    return (
      <>
        <PageHead title={t('sitting.test')} />
        <Card>
          <Empty
            title={t('sitting.none')}
            reason={t('sitting.none.reason')}
            action={<Button to="/me/competencies">{t('sitting.to_competencies')}</Button>}
          />
        </Card>
      </>
    );
  }
  return (
    <>
      <PageHead
        title={t('sitting.test_of', { name: offer.competency.name })}
        sentence={t('sitting.intro', {
          level: offer.required,
          least: offer.at_least,
          most: offer.at_most,
        })}
        trail={[
          { label: t('menu.my_competencies'), to: '/me/competencies' },
          { label: offer.competency.name },
        ]}
      />
      <div className={styles.narrow}>
        <Stack gap={16}>
          <Card>
            <Facts
              items={[
                {
                  label: t('sitting.questions'),
                  value: t('sitting.range', { least: offer.at_least, most: offer.at_most }),
                },
                { label: t('sitting.time'), value: t('sitting.minutes', { n: offer.minutes }) },
                {
                  label: t('sitting.again'),
                  value: t('sitting.again_after', { days: data.rest_days }),
                },
              ]}
            />
          </Card>
          {data.bank?.status === 'provisional' && (
            <Notice tone="warn">{t('sitting.provisional')}</Notice>
          )}
          <Start offer={offer} />
          <Card title={t('sitting.how')}>
            <ul className={styles.promises}>
              {promises.map((each) => (
                <li key={each}>{t(`sitting.promise.${each}`)}</li>
              ))}
            </ul>
          </Card>
        </Stack>
      </div>
    </>
  );
}

function Start({ offer }: { offer: Offer }) {
  const t = useWords();
  const navigate = useNavigate();
  const begin = useBegin(t.language, (sitting) => {
    void navigate(`/sittings/${sitting.id}`);
  });
  if (offer.state === 'resting') {
    return (
      <Notice tone="neutral">
        {t('sitting.resting', {
          on: showDate(offer.taken_on ?? ''),
          until: showDate(offer.rests_until ?? ''),
        })}{' '}
        <LinkText to={`/sittings/${offer.sitting}`}>{t('sitting.last_result')}</LinkText>
      </Notice>
    );
  }
  return (
    <>
      <Refusal error={begin.error} />
      <Row>
        <Button
          kind="primary"
          working={begin.isPending}
          workingWords={t('sitting.beginning')}
          onClick={() => begin.mutate(offer.competency.id)}
        >
          {t(offer.state === 'open' ? 'sitting.go_on' : 'sitting.begin')}
        </Button>
      </Row>
    </>
  );
}
