import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { useFieldFaults } from '@/components/field-faults';
import { Failed, Loading } from '@/components/state-blocks';
import { TextField } from '@/components/text-field';
import { useWords } from '@/lib/words';

import { areaQuery, type FrameworkPage, putArea, removeArea, type Wording } from './api';
import { FormDialog } from './form-dialog';
import { type Line, linesOf, wordsOf } from './wording';
import { WordingFields } from './wording-fields';

const linesFor = (words: Wording[]) => linesOf(words, []);

export function NewAreaDialog({ page }: { page: FrameworkPage }) {
  const t = useWords();
  const [code, setCode] = useState('');
  const [lines, setLines] = useState(() => linesFor([]));
  return (
    <FormDialog
      open={t('frameworks.add_area')}
      title={t('frameworks.add_area')}
      act={t('frameworks.add_area')}
      ready={code.trim() !== '' && isNamed(lines)}
      send={() => putArea(page.version.id, code, wordsOf(lines, []), page.version.revision)}
      onDone={() => {
        setCode('');
        setLines(linesFor([]));
      }}
      wide
    >
      {(error) => (
        <>
          <Code error={error} value={code} onChange={setCode} />
          <WordingFields lines={lines} onChange={(line) => setLines(replaced(lines, line))} />
        </>
      )}
    </FormDialog>
  );
}

// The words are read when the dialog opens, in every language that there is.
export function EditAreaDialog({ page, code }: { page: FrameworkPage; code: string }) {
  const t = useWords();
  const [draft, setDraft] = useState<{ lines: Line[]; before: Wording[] } | null>(null);
  return (
    <FormDialog
      open={t('frameworks.edit_area')}
      title={t('frameworks.edit_area.title', { code })}
      act={t('frameworks.save')}
      kind="text"
      ready={!!draft && isNamed(draft.lines)}
      send={() =>
        putArea(
          page.version.id,
          code,
          wordsOf(draft?.lines ?? [], draft?.before ?? []),
          page.version.revision,
        )
      }
      onDone={() => setDraft(null)}
      wide
    >
      {() => <AreaWords version={page.version.id} code={code} draft={draft} onDraft={setDraft} />}
    </FormDialog>
  );
}

type AreaWordsProps = {
  version: string;
  code: string;
  draft: { lines: Line[]; before: Wording[] } | null;
  onDraft: (draft: { lines: Line[]; before: Wording[] }) => void;
};

function AreaWords({ version, code, draft, onDraft }: AreaWordsProps) {
  const area = useQuery(areaQuery(version, code));
  if (area.error) return <Failed error={area.error} retry={() => void area.refetch()} />;
  if (!area.data) return <Loading rows={2} />;
  const before = area.data.words;
  const lines = draft?.lines ?? linesFor(before);
  return (
    <WordingFields
      lines={lines}
      onChange={(line) => onDraft({ lines: replaced(lines, line), before })}
    />
  );
}

export function RemoveAreaDialog({ page, code }: { page: FrameworkPage; code: string }) {
  const t = useWords();
  return (
    <FormDialog
      open={t('frameworks.remove_area')}
      title={t('frameworks.remove_area.title', { code })}
      act={t('frameworks.remove_area')}
      kind="text"
      ready
      send={() => removeArea(page.version.id, code, page.version.revision)}
    >
      {() => <p>{t('frameworks.remove_area.effect')}</p>}
    </FormDialog>
  );
}

type CodeProps = { error: unknown; value: string; onChange: (value: string) => void };

function Code({ error, value, onChange }: CodeProps) {
  const t = useWords();
  const fault = useFieldFaults(error);
  return (
    <TextField
      label={t('frameworks.area_code')}
      hint={t('frameworks.area_code.hint')}
      value={value}
      onChange={onChange}
      error={fault('/code')}
      required
    />
  );
}

const isNamed = (lines: Line[]) =>
  lines.some((line) => line.kind === 'name' && (line.vi + line.en).trim() !== '');

const replaced = (lines: Line[], changed: Line) =>
  lines.map((line) => (line.kind === changed.kind && line.seq === changed.seq ? changed : line));
