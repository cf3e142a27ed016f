import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';

import { Button, type ButtonKind } from '@/components/button';
import { Dialog } from '@/components/dialog';
import { Row, Stack } from '@/components/layout';
import { Refusal } from '@/components/refusal';
import { useActKey } from '@/lib/act-key';
import { useWords } from '@/lib/words';

type Props<T> = {
  // The words of the button that opens it, and of the act.
  open: string;
  title: string;
  act: string;
  kind?: ButtonKind;
  ready: boolean;
  wide?: boolean;
  send: (key: string) => Promise<T>;
  onDone?: (value: T) => void;
  // What is read anew afterwards.
  touches: string[];
  children: (error: unknown) => ReactNode;
};

// A button that opens a form of a few fields, sends it once, and closes when it was accepted.
export function FormDialog<T>(props: Props<T>) {
  const t = useWords();
  const client = useQueryClient();
  const key = useActKey();
  const [isOpen, setOpen] = useState(false);
  const act = useMutation({
    mutationFn: () => props.send(key.next()),
    onSettled: () => key.renew(),
    onSuccess: async (value) => {
      setOpen(false);
      await Promise.all(
        props.touches.map((name) => client.invalidateQueries({ queryKey: [name] })),
      );
      props.onDone?.(value);
    },
  });
  return (
    <>
      <Button kind={props.kind} onClick={() => setOpen(true)}>
        {props.open}
      </Button>
      <Dialog title={props.title} open={isOpen} wide={props.wide} onClose={() => setOpen(false)}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (props.ready) act.mutate();
          }}
        >
          <Stack>
            {props.children(act.error)}
            <Refusal error={act.error} />
            <Row>
              <Button kind="primary" type="submit" working={act.isPending} disabled={!props.ready}>
                {props.act}
              </Button>
              <Button onClick={() => setOpen(false)}>{t('ui.close')}</Button>
            </Row>
          </Stack>
        </form>
      </Dialog>
    </>
  );
}
