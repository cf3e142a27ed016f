import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';

import { del, get, getVersioned, post, put, upload } from '@/lib/api-client';
import type { components } from '@/lib/api-types';

type Schemas = components['schemas'];
export type Framework = Schemas['FrameworkReply'];
export type FrameworkPage = Schemas['FrameworkPageReply'];
export type Version = Schemas['VersionReply'];
export type Item = Schemas['ItemReply'];
export type Difference = Schemas['DifferenceReply'];
export type Report = Schemas['FrameworkReportReply'];
export type Requirement = Schemas['RequirementReply'];
export type Choices = Schemas['RequirementChoices'];
export type Reason = Choices['reasons'][number];
export type FoundedPosition = Schemas['FoundedPositionReply'];
export type Text = Schemas['TextReply'];

export const frameworksQuery = (language: string) =>
  queryOptions({
    queryKey: ['frameworks', language],
    queryFn: ({ signal }) =>
      get<Schemas['FrameworksReply']>('/frameworks', { query: { language }, signal }),
  });

export const versionQuery = (version: string, language: string) =>
  queryOptions({
    queryKey: ['framework-versions', version, language],
    queryFn: ({ signal }) =>
      getVersioned<FrameworkPage>(`/framework-versions/${version}`, {
        query: { language },
        signal,
      }),
  });

export const comparisonQuery = (
  version: string,
  query: { with: string; unit: string; language: string },
) =>
  queryOptions({
    queryKey: ['framework-versions', version, 'comparison', query],
    queryFn: ({ signal }) =>
      get<Schemas['ComparedReply']>(`/framework-versions/${version}/comparison`, {
        query,
        signal,
      }),
  });

export const copyVersion = (version: string, label: string, key: string) =>
  post<{ id: string }>(`/framework-versions/${version}/copies`, { label }, { key });

export type Approval = { decision_number: string; decided_on: string; from: string };
export const approveVersion = (version: string, body: Approval, revision: number, key: string) =>
  post(`/framework-versions/${version}/approval`, body, { version: revision, key });

export type NewItem = { code: string; area: string; name_vi: string; name_en: string };
export const putItem = (version: string, item: NewItem, revision: number) =>
  put(
    `/framework-versions/${version}/competencies/${encodeURIComponent(item.code)}`,
    {
      area: item.area,
      words: [
        { kind: 'name', level: 0, language: 'vi', seq: 0, text: item.name_vi },
        { kind: 'name', level: 0, language: 'en', seq: 0, text: item.name_en },
      ].filter((wording) => wording.text !== ''),
    },
    { version: revision },
  );
export const removeItem = (version: string, code: string, revision: number) =>
  del(`/framework-versions/${version}/competencies/${encodeURIComponent(code)}`, {
    version: revision,
  });

export const lookAtFile = (file: File, prefix: string, levels: string) =>
  upload<Report>('/framework-imports', file, { query: { prefix, levels } });
export const applyFile = (
  file: string,
  body: {
    code: string;
    label: string;
    owner: string;
    name_vi: string;
    prefix: string;
    levels?: number;
  },
  key: string,
) => post<{ id: string }>(`/framework-imports/${file}/application`, body, { key });

export type RequirementFilter = {
  unit: string;
  on: string;
  language: string;
  reason_kind: string;
  competency: string;
};
export const requirementsQuery = (filter: RequirementFilter) =>
  infiniteQueryOptions({
    queryKey: ['requirements', filter],
    initialPageParam: null as string | null,
    queryFn: ({ signal, pageParam }) =>
      get<{ items: Requirement[]; next: string | null }>('/requirements', {
        query: { ...filter, cursor: pageParam, limit: 100 },
        signal,
      }),
    getNextPageParam: (page) => page.next,
    placeholderData: (old) => old,
  });

export const choicesQuery = (language: string) =>
  queryOptions({
    queryKey: ['requirement-choices', language],
    queryFn: ({ signal }) => get<Choices>('/requirement-choices', { query: { language }, signal }),
    staleTime: 5 * 60_000,
  });

export type NewRequirement = Schemas['NewRequirement'];
export const addRequirement = (body: NewRequirement, key: string) =>
  post('/requirements', body, { key });
export const endRequirement = (
  id: string,
  body: { on: string; decision_number: string },
  key: string,
) => post(`/requirements/${id}/end`, body, { key });

export const foundationsQuery = (unit: string, on: string) =>
  queryOptions({
    queryKey: ['units', unit, 'foundations', on],
    queryFn: ({ signal }) =>
      get<Schemas['FoundationsReply']>(`/units/${unit}/foundations`, { query: { on }, signal }),
  });

export type NewDescription = { scope: string; text: string; decision_number: string; from: string };
export const describePosition = (position: string, body: NewDescription, key: string) =>
  post(`/positions/${position}/descriptions`, body, { key });
