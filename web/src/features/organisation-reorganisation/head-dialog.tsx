import { useWords } from '@/lib/words';

import { type Reorganisation, useSaveDraft } from './api';
import { HeadForm } from './head-form';

type Props = { found: Reorganisation; version: string; onClose: () => void };

// Mends title, decision and day of a draft.
export function HeadDialog({ found, version, onClose }: Props) {
  const t = useWords();
  const save = useSaveDraft(found.id, version);
  return (
    <HeadForm
      title={t('reorganisation.head.edit')}
      act={t('reorganisation.head.save')}
      value={found}
      working={save.isPending}
      error={save.error}
      onSend={(head) => save.mutate({ ...head, steps: found.steps }, { onSuccess: onClose })}
      onClose={onClose}
    />
  );
}
