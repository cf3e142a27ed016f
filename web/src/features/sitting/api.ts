import { queryOptions } from '@tanstack/react-query';

import { get, post } from '@/lib/api-client';
import type { components } from '@/lib/api-types';
import { useAct } from '@/lib/use-act';

import type { KeptAnswer } from './kept-answer';

type Schemas = components['schemas'];
export type Sitting = Schemas['SittingReply'];
export type Question = Schemas['QuestionReply'];
export type Outcome = Schemas['OutcomeReply'];
export type Offer = Schemas['TestOfferReply'];

export const sittingQuery = (id: string, language: string) =>
  queryOptions({
    queryKey: ['sittings', id, language],
    queryFn: ({ signal }) => get<Sitting>(`/sittings/${id}`, { query: { language }, signal }),
  });

export const meaningsQuery = (competency: string, language: string) =>
  queryOptions({
    queryKey: ['descriptors', competency, language],
    staleTime: 10 * 60_000,
    queryFn: ({ signal }) =>
      get<Schemas['LevelMeaningsReply']>(`/competencies/${competency}/descriptors`, {
        query: { language },
        signal,
      }),
  });

export const useBegin = (language: string, onDone: (sitting: Sitting) => void) =>
  useAct(
    (competency: string, key) => post<Sitting>('/me/sittings', { competency, language }, { key }),
    { onDone },
  );

// May be sent any number of times: the server keeps the first answer to a position and tells how the
// sitting stands.
export const sendAnswer = (id: string, answer: KeptAnswer, language: string) =>
  post<Sitting>(`/sittings/${id}/answers`, { ...answer, language });
