import { useMutation, useQueryClient } from '@tanstack/react-query';

import { useActKey } from './act-key';
import { Problem } from './api-client';

// An act that POSTs: one Idempotency-Key while it is tried again, a new one once the server has
// answered. `touched` names the queries that are then read again.
export function useAct<Given, Got>(
  run: (given: Given, key: string) => Promise<Got>,
  touched: string[],
) {
  const client = useQueryClient();
  const key = useActKey();
  return useMutation({
    mutationFn: (given: Given) => run(given, key.next()),
    onSuccess: async () => {
      key.renew();
      await Promise.all(touched.map((name) => client.invalidateQueries({ queryKey: [name] })));
    },
    onError: (error) => {
      if (error instanceof Problem && error.isRefusal) key.renew();
    },
  });
}
