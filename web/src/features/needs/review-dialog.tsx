import { useState } from 'react';

import { Button } from '@/components/button';
import { Dialog } from '@/components/dialog';
import { useFieldFaults } from '@/components/field-faults';
import { Row, Stack } from '@/components/layout';
import { levelWords } from '@/components/level-scale';
import { Refusal } from '@/components/refusal';
import { Notice } from '@/components/state-blocks';
import { TextField } from '@/components/text-field';
import { showDate } from '@/lib/dates';
import { useWords } from '@/lib/words';

import { type Gap, useAskReview } from './gap-api';

type Props = { person: string; gap: Gap; open: boolean; onClose: () => void };

// "Chưa đúng, báo lại": says what is wrong with a level; somebody answers before a deadline.
export function ReviewDialog({ person, gap, open, onClose }: Props) {
  const t = useWords();
  const [text, setText] = useState('');
  const ask = useAskReview(person, gap.competency);
  const fault = useFieldFaults(ask.error);

  return (
    <Dialog title={t('needs.not_right')} open={open} onClose={onClose}>
      {ask.data ? (
        <Stack>
          <Notice tone="ok">{t('needs.review_sent', { date: showDate(ask.data.deadline) })}</Notice>
          <Row>
            <Button kind="primary" onClick={onClose}>
              {t('ui.close')}
            </Button>
          </Row>
        </Stack>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            ask.mutate(text.trim());
          }}
        >
          <Stack>
            <p>
              {gap.name}. {levelWords(t, gap.held, gap.required).state}.
            </p>
            <TextField
              label={t('needs.what_is_wrong')}
              hint={t('needs.what_is_wrong.hint')}
              kind="long"
              required
              value={text}
              onChange={setText}
              error={fault('text')}
            />
            <Refusal error={ask.error} />
            <Row>
              <Button kind="primary" type="submit" working={ask.isPending}>
                {t('needs.send_review')}
              </Button>
              <Button onClick={onClose}>{t('ui.leave_as_is')}</Button>
            </Row>
          </Stack>
        </form>
      )}
    </Dialog>
  );
}
