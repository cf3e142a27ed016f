import type { UseMutationResult } from '@tanstack/react-query';

import { Button } from '@/components/button';
import { Dialog } from '@/components/dialog';
import { Row, Stack } from '@/components/layout';
import { Refusal } from '@/components/refusal';
import { TextField } from '@/components/text-field';
import { useWords } from '@/lib/words';

type Props = {
  title: string;
  label: string;
  hint: string;
  button: string;
  text: string;
  onText: (text: string) => void;
  act: UseMutationResult<unknown, Error, string>;
  onClose: () => void;
};

// One text and one act on it.
export function TextDialog({ title, label, hint, button, text, onText, act, onClose }: Props) {
  const t = useWords();
  return (
    <Dialog title={title} open onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          act.mutate(text, { onSuccess: onClose });
        }}
      >
        <Stack gap={16}>
          <TextField
            kind="long"
            label={label}
            hint={hint}
            value={text}
            onChange={onText}
            required
          />
          <Refusal error={act.error} />
          <Row>
            <Button kind="primary" type="submit" working={act.isPending} disabled={!text.trim()}>
              {button}
            </Button>
            <Button onClick={onClose}>{t('ui.close')}</Button>
          </Row>
        </Stack>
      </form>
    </Dialog>
  );
}
