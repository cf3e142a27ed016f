import { type ReactNode, useState } from 'react';

import { Button, type ButtonKind } from '@/components/button';
import { Dialog } from '@/components/dialog';
import { Row, Stack } from '@/components/layout';
import { Refusal } from '@/components/refusal';
import { useAct } from '@/lib/use-act';
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
  children: (error: unknown) => ReactNode;
};

// A button that opens a form of a few fields, sends it once, and closes when it was accepted.
export function FormDialog<T>(props: Props<T>) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button kind={props.kind} onClick={() => setOpen(true)}>
        {props.open}
      </Button>
      {isOpen && <OpenForm {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

// Each opening is an act of its own.
function OpenForm<T>({ onClose, ...props }: Props<T> & { onClose: () => void }) {
  const t = useWords();
  const act = useAct((_: void, key) => props.send(key), {
    onDone: (value) => {
      onClose();
      props.onDone?.(value);
    },
  });
  return (
    <Dialog title={props.title} open wide={props.wide} onClose={onClose}>
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
            <Button onClick={onClose}>{t('ui.close')}</Button>
          </Row>
        </Stack>
      </form>
    </Dialog>
  );
}
