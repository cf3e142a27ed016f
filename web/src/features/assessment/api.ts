import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';

import { get, post, upload, type Page } from '@/lib/api-client';
import type { components } from '@/lib/api-types';
import { useAct } from '@/lib/use-act';
import { useReading } from '@/lib/use-reading';

type Schemas = components['schemas'];
export type Record = Schemas['RecordReply'];
export type PersonRecord = Schemas['PersonRecordReply'];
export type Rating = Schemas['RatingReply'];
export type Matrix = Schemas['HeldMatrixReply'];
export type MatrixRow = Schemas['TeamRowReply'];
export type ReviewCase = Schemas['ReviewCaseReply'];
export type Rule = Schemas['RuleReply'];
export type RuleDefinition = Schemas['RuleDefinition'];
export type Preview = Schemas['PreviewReply'];
export type Change = Schemas['ChangeReply'];
export type RuleRun = Schemas['RuleRunReply'];
export type Campaign = Schemas['CampaignReply'];
export type Progress = Schemas['ProgressReply'];
export type RatingsDue = Schemas['RatingsDueReply'];
export type UnitRatings = Schemas['UnitRatingsReply'];
export type Method = Rating['method'];
type NewRating = Partial<Schemas['RatingBody']> & {
  person: string;
  competency: string;
  level: number;
  method: Method;
  observed_on: string;
};

const language = (code: string) => ({ language: code });

export const mineQuery = (code: string, on: string) =>
  queryOptions({
    queryKey: ['ratings', 'mine', code, on],
    queryFn: ({ signal }) =>
      get<PersonRecord>('/me/competencies', { query: { ...language(code), on }, signal }),
  });

export const personQuery = (person: string, code: string) =>
  queryOptions({
    queryKey: ['ratings', person, code],
    queryFn: ({ signal }) =>
      get<PersonRecord>(`/people/${person}/ratings`, { query: language(code), signal }),
  });

export const matrixQuery = (unit: string, code: string) =>
  queryOptions({
    queryKey: ['ratings', 'matrix', unit, code],
    queryFn: ({ signal }) =>
      get<Matrix>(`/units/${unit}/held-matrix`, { query: language(code), signal }),
  });

export const descriptorsQuery = (competency: string, code: string) =>
  queryOptions({
    queryKey: ['descriptors', competency, code],
    staleTime: 10 * 60_000,
    queryFn: ({ signal }) =>
      get<Schemas['LevelMeaningsReply']>(`/competencies/${competency}/descriptors`, {
        query: language(code),
        signal,
      }),
  });

export const reviewsQuery = (status: string, code: string) =>
  infiniteQueryOptions({
    queryKey: ['ratings', 'reviews', status, code],
    queryFn: ({ pageParam, signal }) =>
      get<Page<ReviewCase>>('/reviews', {
        query: { status, cursor: pageParam, limit: 200, ...language(code) },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  });

export const moderationQuery = (unit: string, apart: string) =>
  queryOptions({
    queryKey: ['ratings', 'moderation', unit, apart],
    queryFn: ({ signal }) =>
      get<Schemas['ModerationReply']>(`/units/${unit}/moderation`, { query: { apart }, signal }),
  });

export const rulesQuery = queryOptions({
  queryKey: ['rules'],
  queryFn: ({ signal }) => get<Schemas['RulesReply']>('/rules', { signal }),
});

export const runsQuery = (rule: string) =>
  queryOptions({
    queryKey: ['rules', rule, 'runs'],
    queryFn: ({ signal }) => get<Schemas['RuleRunsReply']>(`/rules/${rule}/runs`, { signal }),
  });

export const changesQuery = (run: string, code: string) =>
  queryOptions({
    queryKey: ['rules', 'changes', run, code],
    queryFn: ({ signal }) =>
      get<Page<Change>>(`/rule-runs/${run}/changes`, {
        query: { limit: 200, ...language(code) },
        signal,
      }),
  });

export const campaignsQuery = infiniteQueryOptions({
  queryKey: ['campaigns'],
  queryFn: ({ pageParam, signal }) =>
    get<Page<Campaign>>('/campaigns', { query: { cursor: pageParam, limit: 50 }, signal }),
  initialPageParam: '',
  getNextPageParam: (last) => last.next,
});

export type Framework = Schemas['FrameworkReply'];
export type Area = Schemas['AreaReply'];
type Scope = Schemas['CampaignScope'];

export const frameworksQuery = (code: string) =>
  queryOptions({
    queryKey: ['frameworks', 'for-campaign', code],
    staleTime: 5 * 60_000,
    queryFn: ({ signal }) =>
      get<Schemas['FrameworksReply']>('/frameworks', { query: language(code), signal }),
  });

export const contentQuery = (version: string, code: string) =>
  queryOptions({
    queryKey: ['framework-versions', 'for-campaign', version, code],
    staleTime: 5 * 60_000,
    queryFn: ({ signal }) =>
      get<Schemas['FrameworkPageReply']>(`/framework-versions/${version}`, {
        query: language(code),
        signal,
      }),
  });

// The groups of positions, such as leaders and professionals.
export const groupChoicesQuery = (code: string) =>
  queryOptions({
    queryKey: ['requirement-choices', 'groups', code],
    staleTime: 5 * 60_000,
    queryFn: ({ signal }) =>
      get<Schemas['RequirementChoices']>('/requirement-choices', { query: language(code), signal }),
    select: ({ reasons }) => reasons.filter((each) => each.kind === 'position_group'),
  });

export const campaignPreviewQuery = (unit: string, scope: Scope) =>
  queryOptions({
    queryKey: ['campaigns', 'preview', unit, scope],
    queryFn: () => post<Schemas['CampaignPreviewReply']>('/campaigns/preview', { unit, scope }),
  });

export const useAddCampaign = () =>
  useAct((body: Schemas['CampaignBody'], key) => post<Campaign>('/campaigns', body, { key }));

export const progressQuery = (campaign: string) =>
  queryOptions({
    queryKey: ['campaigns', campaign, 'progress'],
    queryFn: ({ signal }) => get<Progress>(`/campaigns/${campaign}/progress`, { signal }),
  });

// A file of evidence is kept first, under its hash; the rating names it.
export const useRate = () =>
  useAct(async ({ file, ...rating }: NewRating & { file: File | null }, key) => {
    const kept = file && (await upload<{ hash: string }>('/evidence', file));
    await post('/ratings', { ...rating, evidence_hash: kept?.hash }, { key });
  });

export const useSay = (person: string, competency: string, what: 'comments' | 'reviews') =>
  useAct((text: string, key) =>
    post(`/people/${person}/competencies/${competency}/${what}`, { text }, { key }),
  );

export const useWithdraw = (rating: string) =>
  useAct((reason: string, key) => post(`/ratings/${rating}/withdrawal`, { reason }, { key }));

export type Decision = { outcome: 'upheld' | 'changed'; level: number | null; answer: string };

export const useDecide = (review: string) =>
  useAct((decision: Decision, key) => post(`/reviews/${review}/decision`, decision, { key }));

export const useTryRule = () =>
  useReading((trial: { scope: string; definition: RuleDefinition; language: string }) =>
    post<Preview>('/rules/preview', trial),
  );

export type RuleDraft = Pick<
  Rule,
  'code' | 'title' | 'definition' | 'decision_number' | 'scope' | 'from_date'
>;

export const useAddRule = () =>
  useAct((draft: RuleDraft, key) => post<Rule>('/rules', draft, { key }));

export const useCampaignAct = (campaign: string, act: 'opening' | 'closing') =>
  useAct((_: void, key) => post(`/campaigns/${campaign}/${act}`, {}, { key }));
