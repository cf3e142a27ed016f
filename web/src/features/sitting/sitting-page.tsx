import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';

import { useWords } from '@/lib/words';

import { sittingQuery } from './api';
import { QuestionView } from './question-view';
import { ResultView } from './result-view';

export function SittingPage() {
  const t = useWords();
  const { sitting = '' } = useParams();
  const { data } = useSuspenseQuery(sittingQuery(sitting, t.language));
  if (data.outcome) return <ResultView sitting={data} outcome={data.outcome} />;
  return <QuestionView key={data.id} sitting={data} />;
}
