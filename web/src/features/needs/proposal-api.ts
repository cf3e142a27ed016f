import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';

import { useActKey } from '@/lib/act-key';
import { get, post } from '@/lib/api-client';
import type { components } from '@/lib/api-types';

export type Proposal = components['schemas']['ProposalReply'];
export type ProposalStatus = Proposal['status'];
export const statuses: ProposalStatus[] = ['open', 'agreed', 'returned'];

type Proposals = { items: Proposal[] };

export const ownProposalsQuery = (language: string) =>
  queryOptions({
    queryKey: ['proposals', 'own', language],
    queryFn: ({ signal }) =>
      get<Proposals>('/me/learning-proposals', { query: { language }, signal }),
  });

export const proposalsQuery = (status: string, language: string) =>
  queryOptions({
    queryKey: ['proposals', 'to-decide', status, language],
    queryFn: ({ signal }) =>
      get<Proposals>('/learning-proposals', { query: { status, language }, signal }),
  });

export type Wish = {
  competency: string;
  level: number;
  programme: string | null;
  until: string | null;
  text: string;
};

export function usePropose() {
  const client = useQueryClient();
  const key = useActKey();
  return useMutation({
    mutationFn: (wish: Wish) => post<Proposal>('/me/learning-proposals', wish, { key: key.next() }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['proposals'] }),
    onSettled: () => key.renew(),
  });
}

// An agreement is a requirement of the person: what is missing changes with it.
export function useDecide(proposal: string) {
  const client = useQueryClient();
  const key = useActKey();
  return useMutation({
    mutationFn: ({ agrees, words }: { agrees: boolean; words: string }) =>
      post<Proposal>(
        `/learning-proposals/${proposal}/${agrees ? 'agreement' : 'return'}`,
        agrees ? { answer: words } : { reason: words },
        { key: key.next() },
      ),
    onSuccess: () =>
      Promise.all(
        ['proposals', 'gaps', 'todos'].map((each) =>
          client.invalidateQueries({ queryKey: [each] }),
        ),
      ),
    onSettled: () => key.renew(),
  });
}
