import { useWords } from '@/lib/words';

import type { Text } from './api';

// A text of a framework; where it is in another language than the reader's it says so.
export function ToldText({ text }: { text: Text }) {
  const t = useWords();
  if (text.text === '') return null;
  if (text.language === t.language) return <>{text.text}</>;
  return (
    <span lang={text.language} title={t('frameworks.other_language')}>
      {text.text}
    </span>
  );
}
