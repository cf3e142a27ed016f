import { useMutation } from '@tanstack/react-query';

import { useActKey } from './act-key';
import { Problem } from './api-client';

type Options<Given, Got> = {
  onDone?: (got: Got) => unknown;
  // For a form whose draft stands on the version read: where somebody else changed it meanwhile, the
  // page is not read again under the draft.
  keepsDraft?: boolean;
  // Acts of the same name are sent one after another, each once the one before was answered.
  inTurn?: string;
  // What makes two acts of the same page different ones, such as which of its buttons was pressed.
  apart?: (given: Given) => unknown;
};

// Without an answer to the act itself: it may have been done.
const isOpen = (error: unknown) =>
  !(error instanceof Problem && error.isRefusal) || error.code.startsWith('idempotency.');

// An act: one Idempotency-Key for the form that is open, until the server has answered. Where an
// answer was lost and the form was changed before it was sent again, the server tells, rather than
// do it twice. A PUT or DELETE has no use for the key. What is on screen is read again afterwards,
// by the rule of query-client.ts.
export function useAct<Given, Got>(
  run: (given: Given, key: string) => Promise<Got>,
  { onDone, keepsDraft, inTurn, apart }: Options<Given, Got> = {},
) {
  const key = useActKey();
  return useMutation({
    meta: { keepsDraft },
    scope: inTurn ? { id: inTurn } : undefined,
    mutationFn: (given: Given) => run(given, key.next(apart?.(given))),
    onSuccess: (got) => {
      key.renew();
      return onDone?.(got);
    },
    onError: (error) => {
      if (!isOpen(error)) key.renew();
    },
  });
}
