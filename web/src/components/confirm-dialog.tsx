import type { ReactNode } from 'react';

import { useWords } from '@/lib/words';

import { Button } from './button';
import { Dialog } from './dialog';
import { Row, Stack } from './layout';
import { Refusal } from './refusal';

type Props = {
  title: string;
  // What will happen, to how many, and whether it can be taken back.
  effect: ReactNode;
  // The verb and its object: "Thu hồi chứng chỉ".
  act: string;
  danger?: boolean;
  open: boolean;
  working?: boolean;
  error?: unknown;
  onAct: () => void;
  onClose: () => void;
};

export function ConfirmDialog(props: Props) {
  const t = useWords();
  return (
    <Dialog title={props.title} open={props.open} onClose={props.onClose}>
      <Stack>
        <div>{props.effect}</div>
        <Refusal error={props.error} />
        <Row>
          <Button
            kind={props.danger ? 'danger' : 'primary'}
            working={props.working}
            onClick={props.onAct}
          >
            {props.act}
          </Button>
          <Button onClick={props.onClose}>{t('ui.leave_as_is')}</Button>
        </Row>
      </Stack>
    </Dialog>
  );
}
