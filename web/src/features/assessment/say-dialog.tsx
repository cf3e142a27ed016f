import { useState } from 'react';

import { useSay } from './api';
import { TextDialog } from './text-dialog';
import { useWords } from '@/lib/words';

type Props = {
  what: 'comments' | 'reviews';
  competency: { id: string; name: string };
  person: string;
  onClose: () => void;
};

// A comment, or a request for review; both are kept with their day.
export function SayDialog({ what, competency, person, onClose }: Props) {
  const t = useWords();
  const [text, setText] = useState('');
  const say = useSay(person, competency.id, what);
  return (
    <TextDialog
      title={t(`assessment.say.${what}`, { competency: competency.name })}
      label={t('assessment.say.label')}
      hint={t(`assessment.say.${what}.hint`)}
      button={t(`assessment.say.${what}.send`)}
      text={text}
      onText={setText}
      act={say}
      onClose={onClose}
    />
  );
}
