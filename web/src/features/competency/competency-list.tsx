import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { ConfirmDialog } from '@/components/confirm-dialog';
import { Row, Stack } from '@/components/layout';
import { SearchField } from '@/components/search-field';
import { Empty } from '@/components/state-blocks';
import { matches } from '@/lib/fold';
import { useUrlState } from '@/lib/url-state';
import { useWords } from '@/lib/words';

import { type FrameworkPage, type Item, removeItem } from './api';
import { EditAreaDialog, RemoveAreaDialog } from './area-dialog';
import styles from './competency.module.css';
import { ToldText } from './told-text';

// Areas, each with its competencies; a competency opens to show what each level looks like.
export function CompetencyList({ page }: { page: FrameworkPage }) {
  const t = useWords();
  const [sought, setSought] = useUrlState('q');
  const mayEdit = page.actions.includes('edit');
  const areas = page.areas
    .map((area) => ({
      ...area,
      competencies: area.competencies.filter((item) =>
        matches(`${item.code} ${item.name.text}`, sought),
      ),
    }))
    // A draft shows the areas that nothing stands in yet, since they are to be filled.
    .filter((area) => area.competencies.length > 0 || (mayEdit && sought === ''));

  return (
    <Stack>
      <SearchField
        label={t('frameworks.search')}
        example={t('frameworks.search.example')}
        value={sought}
        onChange={setSought}
        slash
      />
      {areas.length === 0 && (
        <Empty title={t('frameworks.not_found')} reason={t('frameworks.not_found.reason')} />
      )}
      {areas.map((area) => (
        <Card
          key={area.code}
          flush
          aside={
            mayEdit &&
            area.code !== '' && (
              <span className={styles.acts}>
                <EditAreaDialog page={page} code={area.code} />
                {area.competencies.length === 0 && (
                  <RemoveAreaDialog page={page} code={area.code} />
                )}
              </span>
            )
          }
          title={
            <span className={styles.area}>
              {area.name.text ? <ToldText text={area.name} /> : t('frameworks.without_area')}
            </span>
          }
        >
          <ul className={styles.items}>
            {area.competencies.map((item) => (
              <li key={item.code}>
                <Competency item={item} page={page} />
              </li>
            ))}
          </ul>
        </Card>
      ))}
    </Stack>
  );
}

function Competency({ item, page }: { item: Item; page: FrameworkPage }) {
  const t = useWords();
  return (
    <details className={styles.item}>
      <summary>
        <span className={styles.code}>{item.code}</span>
        <b>
          <ToldText text={item.name} />
        </b>
      </summary>
      <div className={styles.body}>
        <p>
          <ToldText text={item.description} />
        </p>
        <Levels item={item} page={page} />
        {page.actions.includes('edit') && (
          <Row>
            <Button
              to={`/frameworks/${page.version.id}/competency?code=${encodeURIComponent(item.code)}`}
            >
              {t('frameworks.edit_named', { name: item.name.text })}
            </Button>
            <RemoveItem item={item} page={page} />
          </Row>
        )}
        {item.descriptors.length === 0 && (
          <p className={styles.quiet}>{t('frameworks.no_descriptors')}</p>
        )}
      </div>
    </details>
  );
}

function Levels({ item, page }: { item: Item; page: FrameworkPage }) {
  return (
    <ol className={styles.levels}>
      {page.levels.map((level) => {
        const told = item.descriptors.filter((each) => each.level === level.level);
        return (
          <li key={level.level}>
            <span className={styles.level}>
              <b>{level.level}</b> {level.name.text ? <ToldText text={level.name} /> : level.code}
            </span>
            <span>
              {told.map((each) => (
                <ToldText key={each.kind} text={each.text} />
              ))}
            </span>
          </li>
        );
      })}
    </ol>
  );
}

function RemoveItem({ item, page }: { item: Item; page: FrameworkPage }) {
  const t = useWords();
  const client = useQueryClient();
  const [asked, setAsked] = useState(false);
  const removal = useMutation({
    mutationFn: () => removeItem(page.version.id, item.code, page.version.revision),
    onSuccess: () => client.invalidateQueries({ queryKey: ['framework-versions'] }),
  });
  return (
    <>
      <Button onClick={() => setAsked(true)}>
        {t('frameworks.remove_item', { name: item.name.text })}
      </Button>
      {asked && (
        <ConfirmDialog
          open
          danger
          title={t('frameworks.remove_item', { name: item.name.text })}
          act={t('frameworks.remove_item.act')}
          effect={t('frameworks.remove_item.effect', { levels: item.descriptors.length })}
          working={removal.isPending}
          error={removal.error}
          onAct={() => removal.mutate()}
          onClose={() => {
            setAsked(false);
            removal.reset();
          }}
        />
      )}
    </>
  );
}
