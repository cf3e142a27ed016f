import { useQuery } from '@tanstack/react-query';

import { Card } from '@/components/card';
import { Facts, Stack } from '@/components/layout';
import { LinkText } from '@/components/link-text';
import { showDate } from '@/lib/dates';
import { showMoney } from '@/lib/numbers';
import { useWords } from '@/lib/words';

import { countryQuery, overlapsQuery, type ProgrammeDetails } from './api';

type Other = ProgrammeDetails['prerequisites'][number];

// What stands beside the content: who gives it, what it costs, and its neighbours.
export function ProgrammeSide({ page }: { page: ProgrammeDetails }) {
  const t = useWords();
  const overlaps = useQuery(overlapsQuery(page.version.id)).data?.items ?? [];
  return (
    <Stack>
      <FactsCard page={page} />
      {page.prerequisites.length > 0 && (
        <Card title={t('programmes.prerequisites')}>
          <ul>
            {page.prerequisites.map((other) => (
              <li key={other.programme}>
                <OtherLink other={other} />
              </li>
            ))}
          </ul>
        </Card>
      )}
      {page.equivalences.length > 0 && (
        <Card title={t('programmes.equivalences')}>
          <Facts
            items={page.equivalences.map((each) => ({
              label: <OtherLink other={each.other} />,
              value: [
                t(`programmes.stands_for.${each.stands_for_other ? 'other' : 'this'}`),
                t('programmes.equivalence.valid', { months: each.months_valid }),
              ].join(', '),
            }))}
          />
        </Card>
      )}
      <Card title={t('programmes.versions')}>
        <Facts
          items={page.versions.map((each) => ({
            label: (
              <LinkText to={`/programmes/${each.id}`}>
                {t('programmes.version', { number: each.number })}
              </LinkText>
            ),
            value: `${t(`programmes.status.${each.status}`)} ${showDate(each.from)}`,
          }))}
        />
      </Card>
      {overlaps.length > 0 && (
        <Card title={t('programmes.overlaps')}>
          <Facts
            items={overlaps.map((found) => ({
              label: <OtherLink other={found.other} />,
              value: `${found.percent} %`,
            }))}
          />
        </Card>
      )}
    </Stack>
  );
}

function OtherLink({ other }: { other: Other }) {
  const t = useWords();
  const title = t.language === 'vi' ? other.title : other.title_en || other.title;
  return <LinkText to={`/programmes/${other.version}`}>{title || other.code}</LinkText>;
}

function FactsCard({ page }: { page: ProgrammeDetails }) {
  const t = useWords();
  const { version } = page;
  const country = useQuery(countryQuery).data;
  const content = country?.training_contents.find((each) => each.word === version.content);
  const facts: [string, string][] = [
    ['code', version.code],
    ['provider', version.provider],
    ['form', t(`programmes.form.${version.form}`)],
    ['content', content?.name[t.language] ?? content?.name['en'] ?? ''],
    ['cost_per_class', showMoney(version.cost_per_class, t.language)],
    ['cost_per_person', showMoney(version.cost_per_person, t.language)],
    ['languages', page.languages],
    ['legal_basis', page.legal_basis],
    ['source', page.source],
  ];
  return (
    <Card title={t('programmes.facts')}>
      <Facts
        items={facts
          .filter(([, value]) => value !== '')
          .map(([name, value]) => ({ label: t(`programmes.${name}`), value }))}
      />
    </Card>
  );
}
