import { useState } from 'react';

import { Button } from '@/components/button';
import { DateField } from '@/components/date-field';
import { Dialog } from '@/components/dialog';
import { useFieldFaults } from '@/components/field-faults';
import { Row, Stack } from '@/components/layout';
import { NumberField } from '@/components/number-field';
import { Refusal } from '@/components/refusal';
import { toast } from '@/components/toast';
import { post as send } from '@/lib/api-client';
import { today } from '@/lib/dates';
import { useAct } from '@/lib/use-act';
import { useWords } from '@/lib/words';

import type { AuthorisationBody, ListedPost } from './posts-api';

type Props = { post: ListedPost; act: 'change' | 'close'; onClose: () => void };

// Another headcount from a day on; none at all closes the post. What was authorised before stays.
export function AuthorisationDialog({ post, act, onClose }: Props) {
  const t = useWords();
  const [authorised, setAuthorised] = useState<number | null>(
    act === 'close' ? 0 : Math.max(1, post.authorised),
  );
  const [from, setFrom] = useState<string | null>(today());
  const save = useAct(
    (body: AuthorisationBody, key) => send(`/posts/${post.post}/authorisation`, body, { key }),
    {
      onDone: () => {
        toast(t(`posts.done.${act}`));
        onClose();
      },
    },
  );
  const fault = useFieldFaults(save.error);
  return (
    <Dialog title={t(`posts.title.${act}`)} open onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (authorised !== null && from) save.mutate({ authorised, from });
        }}
      >
        <Stack>
          <p>
            {t(`posts.effect.${act}`, {
              post: post.position_name,
              unit: post.unit_name,
              filled: post.filled,
            })}
          </p>
          {act === 'change' && (
            <NumberField
              label={t('posts.authorised')}
              value={authorised}
              onChange={setAuthorised}
              error={fault('/authorised')}
              required
            />
          )}
          <DateField
            label={t('roster.since')}
            value={from}
            onChange={setFrom}
            error={fault('/from')}
            required
          />
          <Refusal error={save.error} />
          <Row>
            <Button
              kind={act === 'close' ? 'danger' : 'primary'}
              type="submit"
              working={save.isPending}
              disabled={authorised === null || !from}
              reason={t('posts.fill_first')}
            >
              {t(`posts.act.${act}`)}
            </Button>
            <Button onClick={onClose}>{t('ui.leave_as_is')}</Button>
          </Row>
        </Stack>
      </form>
    </Dialog>
  );
}
