import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';

import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Row, Stack } from '@/components/layout';
import { PageHead } from '@/components/page-head';
import { Refusal } from '@/components/refusal';
import { SelectField } from '@/components/select-field';
import { ReadOnly } from '@/components/state-blocks';
import { TextField } from '@/components/text-field';
import { toast } from '@/components/toast';
import { useAct } from '@/lib/use-act';
import { useUrlState } from '@/lib/url-state';
import { useWords } from '@/lib/words';

import { type FrameworkPage, type ItemText, itemQuery, putItem, versionQuery } from './api';
import { type Line, linesOf, wordsOf } from './wording';
import { WordingFields } from './wording-fields';

// A competency of a draft with all that is said of it, in both languages; or a new one.
export function CompetencyEditPage() {
  const t = useWords();
  const { versionId = '' } = useParams();
  const [code] = useUrlState('code');
  const { data } = useSuspenseQuery(versionQuery(versionId, t.language));
  const page = data.value;
  return (
    <>
      <PageHead
        trail={[
          { label: t('menu.frameworks'), to: '/frameworks' },
          {
            label: page.framework.name.text || page.framework.code,
            to: `/frameworks/${versionId}`,
          },
        ]}
        title={code === '' ? t('frameworks.add_item') : t('frameworks.edit_item', { code })}
        sentence={t('frameworks.edit_item.sentence', { label: page.version.label })}
      />
      {code === '' ? (
        <Form
          key={`new ${data.version}`}
          page={page}
          item={{ code: '', area: '', words: [] }}
          revision={data.version}
        />
      ) : (
        <Known page={page} code={code} />
      )}
    </>
  );
}

function Known({ page, code }: { page: FrameworkPage; code: string }) {
  const { data } = useSuspenseQuery(itemQuery(page.version.id, code));
  return (
    <Form key={`${code} ${data.version}`} page={page} item={data.value} revision={data.version} />
  );
}

type FormProps = { page: FrameworkPage; item: ItemText; revision: string };

function Form({ page, item, revision }: FormProps) {
  const t = useWords();
  const navigate = useNavigate();
  const levels = page.levels.map((level) => level.level);
  const [code, setCode] = useState(item.code);
  const [area, setArea] = useState(item.area);
  const [lines, setLines] = useState(() => linesOf(item.words, levels));
  const back = `/frameworks/${page.version.id}`;
  const readOnly = !page.actions.includes('edit');
  const save = useAct<void, unknown>(
    () => putItem(page.version.id, { code, area, words: wordsOf(lines, item.words) }, revision),
    {
      keepsDraft: true,
      onDone: () => {
        toast(t('frameworks.saved'));
        void navigate(back);
      },
    },
  );
  const change = (changed: Line) =>
    setLines(lines.map((line) => (isSame(line, changed) ? changed : line)));
  const named = lines.some((line) => line.kind === 'name' && (line.vi + line.en).trim() !== '');

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <Stack>
        {readOnly && <ReadOnly>{t('frameworks.edit_item.decided')}</ReadOnly>}
        <Card title={t('frameworks.competency')}>
          <Stack>
            {item.code === '' && (
              <TextField
                label={t('frameworks.code')}
                hint={t('frameworks.code.hint')}
                value={code}
                onChange={setCode}
                readOnly={readOnly}
                required
              />
            )}
            <SelectField
              label={t('frameworks.area')}
              value={area}
              onChange={(next) => setArea(next ?? '')}
              options={areasOf(page, t('frameworks.without_area'))}
              readOnly={readOnly}
            />
            <WordingFields
              lines={lines.filter((line) => line.level === 0)}
              onChange={change}
              readOnly={readOnly}
            />
          </Stack>
        </Card>
        {page.levels.map((level) => (
          <Card
            key={level.level}
            title={t('frameworks.level_title', {
              level: level.level,
              name: level.name.text || level.code,
            })}
          >
            <Stack>
              <WordingFields
                lines={lines.filter((line) => line.level === level.level)}
                onChange={change}
                readOnly={readOnly}
              />
            </Stack>
          </Card>
        ))}
        <Refusal error={save.error} />
        <Row>
          {!readOnly && (
            <Button
              kind="primary"
              type="submit"
              working={save.isPending}
              disabled={!named || code.trim() === ''}
              reason={t('frameworks.name_first')}
            >
              {t('frameworks.save')}
            </Button>
          )}
          <Button to={back}>{t('ui.leave_as_is')}</Button>
        </Row>
      </Stack>
    </form>
  );
}

const isSame = (left: Line, right: Line) =>
  left.level === right.level && left.kind === right.kind && left.seq === right.seq;

function areasOf(page: FrameworkPage, without: string) {
  const areas = page.areas
    .filter((area) => area.code !== '')
    .map((area) => ({ value: area.code, label: area.name.text || area.code }));
  return [{ value: '', label: without }, ...areas];
}
