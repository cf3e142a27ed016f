import { useNavigate } from 'react-router';

import { useUnitScope } from '@/lib/unit-scope';
import { useWords } from '@/lib/words';

import { usePrepare } from './api';
import { HeadForm } from './head-form';

// A new draft for the unit of the header; the steps follow on its page.
export function PrepareDialog({ onClose }: { onClose: () => void }) {
  const t = useWords();
  const { unitId } = useUnitScope();
  const navigate = useNavigate();
  const prepare = usePrepare();
  return (
    <HeadForm
      title={t('reorganisation.prepare')}
      act={t('reorganisation.prepare')}
      working={prepare.isPending}
      error={prepare.error}
      onSend={(head) => {
        if (!unitId) return;
        prepare.mutate(
          { root: unitId, ...head },
          { onSuccess: ({ id }) => void navigate(`/reorganisations/${id}`) },
        );
      }}
      onClose={onClose}
    />
  );
}
