import { queryOptions } from '@tanstack/react-query';

import { download, get } from '@/lib/api-client';
import type { components } from '@/lib/api-types';

type Schemas = components['schemas'];
export type Ranking = Schemas['RankingReply'];
export type Need = Schemas['NeedReply'];

export const rankings = ['competency', 'area', 'position'] as const;
export type RankBy = (typeof rankings)[number];

export type RankingAsked = {
  unit: string;
  by: RankBy;
  weights: string;
  on?: string;
  language: string;
};

export const rankingQuery = ({ unit, ...query }: RankingAsked) =>
  queryOptions({
    queryKey: ['needs-ranking', unit, query],
    queryFn: ({ signal }) => get<Ranking>(`/units/${unit}/needs-ranking`, { query, signal }),
    placeholderData: (old) => old,
  });

export function exportRanking(kind: 'xlsx' | 'csv', { unit, ...query }: RankingAsked) {
  return download(`/units/${unit}/needs-ranking.${kind}`, { query });
}

// As the address keeps them: "ID:3,ID:2". What counts once is left out.
export function withWeight(weights: string, competency: string, weight: number): string {
  const others = weights.split(',').filter((part) => part && !part.startsWith(`${competency}:`));
  return [...others, ...(weight > 1 ? [`${competency}:${weight}`] : [])].join(',');
}
