import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';

import type { FileKind } from '@/components/export-buttons';
import { del, download, get, getVersioned, post, put, upload } from '@/lib/api-client';
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

export const exportVersion = (version: string, kind: FileKind, language: string) =>
  download(`/framework-versions/${version}/${kind === 'csv' ? 'competencies.csv' : 'workbook'}`, {
    query: { language },
  });

export const copyVersion = (version: string, label: string, key: string) =>
  post<{ id: string }>(`/framework-versions/${version}/copies`, { label }, { key });

export type Approval = { decision_number: string; decided_on: string; from: string };
export const approveVersion = (version: string, body: Approval, revision: number, key: string) =>
  post(`/framework-versions/${version}/approval`, body, { version: revision, key });

export type Wording = Schemas['Wording'];
export type ItemText = Schemas['ItemText'];
// All that is said of a competency, in every language; with the revision it was read at.
export const itemQuery = (version: string, code: string) =>
  queryOptions({
    queryKey: ['framework-versions', version, 'item', code],
    queryFn: ({ signal }) =>
      getVersioned<ItemText>(
        `/framework-versions/${version}/competencies/${encodeURIComponent(code)}`,
        { signal },
      ),
  });
export const putItem = (version: string, { code, area, words }: ItemText, revision: string) =>
  put(
    `/framework-versions/${version}/competencies/${encodeURIComponent(code)}`,
    { area, words },
    { version: revision },
  );
export const removeItem = (version: string, code: string, revision: number) =>
  del(`/framework-versions/${version}/competencies/${encodeURIComponent(code)}`, {
    version: revision,
  });

const areaPath = (version: string, code: string) =>
  `/framework-versions/${version}/areas/${encodeURIComponent(code)}`;
export const areaQuery = (version: string, code: string) =>
  queryOptions({
    queryKey: ['framework-versions', version, 'area', code],
    queryFn: ({ signal }) => get<Schemas['AreaText']>(areaPath(version, code), { signal }),
  });
export const putArea = (version: string, code: string, words: Wording[], revision: number) =>
  put(areaPath(version, code), { words }, { version: revision });
export const removeArea = (version: string, code: string, revision: number) =>
  del(areaPath(version, code), { version: revision });

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

export const exportRequirements = (filter: RequirementFilter, kind: FileKind) =>
  download(`/requirements.${kind}`, { query: filter });

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

export type Correction = Schemas['RequirementCorrection'];
export const correctRequirement = (id: string, body: Correction, key: string) =>
  post(`/requirements/${id}/correction`, body, { key });
// What it would change today, in people.
export const effectQuery = (id: string, query: { minimum: number; from: string }) =>
  queryOptions({
    queryKey: ['requirements', id, 'effect', query],
    queryFn: ({ signal }) =>
      get<Schemas['CorrectionEffectReply']>(`/requirements/${id}/effect`, { query, signal }),
  });

export type Role = Schemas['RoleReply'];
export const rolesQuery = (version: string, language: string) =>
  queryOptions({
    queryKey: ['framework-versions', version, 'roles', language],
    queryFn: ({ signal }) =>
      get<Schemas['RolesReply']>(`/framework-versions/${version}/roles`, {
        query: { language },
        signal,
      }),
  });

export type Adoption = Schemas['RoleAdoption'];
export type Proposals = Schemas['ProposalsReply'];
export type Proposal = Schemas['ProposalReply'];
type Wish = Omit<Adoption, 'decision_number'>;
export const previewQuery = (version: string, wish: Wish | null, language: string) =>
  queryOptions({
    queryKey: ['adoption', version, wish, language],
    queryFn: ({ signal }) =>
      get<Proposals>(`/framework-versions/${version}/adoptions/preview`, {
        query: { ...wish, language },
        signal,
      }),
  });
export const adoptRole = (version: string, body: Adoption, key: string) =>
  post<{ added: number }>(`/framework-versions/${version}/adoptions`, body, { key });

export const foundationsQuery = (unit: string, on: string) =>
  infiniteQueryOptions({
    queryKey: ['units', unit, 'foundations', on],
    initialPageParam: null as string | null,
    queryFn: ({ signal, pageParam }) =>
      get<Schemas['FoundationsReply']>(`/units/${unit}/foundations`, {
        query: { on, cursor: pageParam, limit: 100 },
        signal,
      }),
    getNextPageParam: (page) => page.next,
  });
export const exportFoundations = (unit: string, on: string, kind: FileKind, language: string) =>
  download(`/units/${unit}/foundations.${kind}`, { query: { on, language } });

export type NewDescription = { scope: string; text: string; decision_number: string; from: string };
export const describePosition = (position: string, body: NewDescription, key: string) =>
  post(`/positions/${position}/descriptions`, body, { key });
