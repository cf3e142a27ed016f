import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';

import { get, type Page, post } from '@/lib/api-client';
import type { components } from '@/lib/api-types';
import { useAct } from '@/lib/use-act';

export type Proposal = components['schemas']['LearningProposalReply'];
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
  infiniteQueryOptions({
    queryKey: ['proposals', 'to-decide', status, language],
    queryFn: ({ pageParam, signal }) =>
      get<Page<Proposal>>('/learning-proposals', {
        query: { status, language, cursor: pageParam, limit: 200 },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  });

export type Wish = {
  competency: string;
  level: number;
  programme: string | null;
  until: string | null;
  text: string;
};

export const usePropose = () =>
  useAct((wish: Wish, key) => post<Proposal>('/me/learning-proposals', wish, { key }));

export const useDecide = (proposal: string) =>
  useAct(
    ({ agrees, words }: { agrees: boolean; words: string }, key) =>
      post<Proposal>(
        `/learning-proposals/${proposal}/${agrees ? 'agreement' : 'return'}`,
        agrees ? { answer: words } : { reason: words },
        { key },
      ),
    { apart: ({ agrees }) => agrees },
  );
