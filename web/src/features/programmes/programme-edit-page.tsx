import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';

import { PageHead } from '@/components/page-head';
import { ReadOnly } from '@/components/state-blocks';
import { useUnitScope } from '@/lib/unit-scope';
import { useWords } from '@/lib/words';

import { programmeQuery } from './api';
import { draftOf, emptyDraft } from './programme-draft';
import { ProgrammeForm } from './programme-form';

// A programme of the unit of the header.
export function NewProgrammePage() {
  const t = useWords();
  const { unitId } = useUnitScope();
  return (
    <>
      <PageHead
        trail={[
          { label: t('menu.programmes'), to: '/programmes' },
          { label: t('programmes.draft') },
        ]}
        title={t('programmes.draft')}
        sentence={t('programmes.draft.sentence')}
      />
      {unitId && <ProgrammeForm value={emptyDraft} owner={unitId} />}
    </>
  );
}

// The draft of a version; what is approved is not edited.
export function ProgrammeEditPage() {
  const t = useWords();
  const id = useParams()['version'] ?? '';
  const { value: page, version } = useSuspenseQuery(programmeQuery(id, t.language)).data;
  return (
    <>
      <PageHead
        trail={[
          { label: t('menu.programmes'), to: '/programmes' },
          { label: page.version.code, to: `/programmes/${id}` },
          { label: t('programmes.edit') },
        ]}
        title={page.version.title}
        sentence={t('programmes.draft.sentence')}
      />
      {page.actions.includes('edit') ? (
        <ProgrammeForm key={version} value={draftOf(page)} found={{ id, version }} />
      ) : (
        <ReadOnly>{t('programmes.read_only')}</ReadOnly>
      )}
    </>
  );
}
