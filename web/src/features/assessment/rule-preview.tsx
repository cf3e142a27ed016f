import { useEffect } from 'react';

import { Figures, Stack } from '@/components/layout';
import { Refusal } from '@/components/refusal';
import { showNumber } from '@/lib/numbers';
import { useWords } from '@/lib/words';

import { type RuleDefinition, useTryRule } from './api';
import { ChangeList } from './change-list';

// Tried as it is edited, half a second after the last change.
export function RulePreview({ scope, definition }: { scope: string; definition: RuleDefinition }) {
  const t = useWords();
  const { mutate, data, error, isPending } = useTryRule();
  useEffect(() => {
    const timer = setTimeout(() => mutate({ scope, definition, language: t.language }), 500);
    return () => clearTimeout(timer);
  }, [mutate, scope, definition, t.language]);

  return (
    <Stack gap={12}>
      <p role="status">
        {isPending || !data
          ? t('assessment.preview.working')
          : t('assessment.preview.sentence', {
              people: showNumber(data.people, t.language),
              changed: showNumber(data.changed, t.language),
            })}
      </p>
      <Refusal error={error} />
      {data && (
        <>
          <Figures
            items={(['raised', 'lowered', 'gained', 'lost'] as const).map((each) => ({
              value: data[each],
              label: t(`assessment.preview.${each}`),
            }))}
          />
          <ChangeList changes={data.first_changes} />
        </>
      )}
    </Stack>
  );
}
