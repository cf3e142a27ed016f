import { useMutation } from '@tanstack/react-query';

import { useActKey } from './act-key';
import { Problem } from './api-client';

type Options<Got> = {
  onDone?: (got: Got) => unknown;
  // For a form whose draft stands on the version read: where somebody else changed it meanwhile, the
  // page is not read again under the draft.
  keepsDraft?: boolean;
  // Acts of the same name are sent one after another, each once the one before was answered.
  inTurn?: string;
};

const isAnswer = (error: unknown) =>
  error instanceof Problem && error.isRefusal && error.code !== 'idempotency.in_progress';

// An act: one Idempotency-Key while the same is tried again, a new one once the server has answered.
// A PUT or DELETE has no use for the key. What is on screen is read again afterwards, by the rule of
// query-client.ts.
export function useAct<Given, Got>(
  run: (given: Given, key: string) => Promise<Got>,
  { onDone, keepsDraft, inTurn }: Options<Got> = {},
) {
  const key = useActKey();
  return useMutation({
    meta: { keepsDraft },
    scope: inTurn ? { id: inTurn } : undefined,
    mutationFn: (given: Given) => run(given, key.next(given)),
    onSuccess: (got) => {
      key.renew();
      return onDone?.(got);
    },
    onError: (error) => {
      if (isAnswer(error)) key.renew();
    },
  });
}
