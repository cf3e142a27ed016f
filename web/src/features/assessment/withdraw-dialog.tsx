import { useState } from 'react';

import { useWords } from '@/lib/words';

import { type Rating, useWithdraw } from './api';
import { TextDialog } from './text-dialog';

export function WithdrawDialog({ rating, onClose }: { rating: Rating; onClose: () => void }) {
  const t = useWords();
  const [text, setText] = useState('');
  const withdraw = useWithdraw(rating.id);
  return (
    <TextDialog
      title={t('assessment.withdraw.title')}
      label={t('assessment.withdraw.reason')}
      hint={t('assessment.withdraw.hint')}
      button={t('assessment.withdraw')}
      text={text}
      onText={setText}
      act={withdraw}
      onClose={onClose}
    />
  );
}
