import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';

import { download, get, type Page, post } from '@/lib/api-client';
import { useAct } from '@/lib/use-act';

import type { Gap } from './gap-api';

export type Condition = {
  competency: string;
  min_gap: number;
  held_from: number;
  held_until: number;
};
export type Rule = {
  units: string[];
  conditions: Condition[];
  combine: 'all' | 'any';
  position_groups: string[];
};

export type Preview = {
  people: number;
  memberships: number;
  units: { unit: string; name: string; people: number }[];
  competencies: { competency: string; name: string; people: number }[];
};

export type Group = {
  id: string;
  title: string;
  unit: string;
  unit_name: string;
  successor_name: string;
  rule: Rule;
  on: string;
  status: 'draft' | 'approved' | 'closed';
  people: number;
  version: number;
  actions: string[];
};

export type Member = {
  person: string;
  person_name: string;
  staff_number: string;
  unit: string;
  // With the unit above it, as they were called then.
  unit_name: string;
  competency: string;
  required: number;
  held: number | null;
  // The gap as it stood when the group was formed.
  explanation: Gap;
};

export type Movements = Page<Movement> & { entered: number; left: number };

export type Movement = {
  movement: 'entered' | 'left';
  cause: 'moved' | 'requirement' | 'level' | 'assessment';
  person: { id: string; name: string; staff_number: string };
  competency: string;
  competency_name: string;
  required: number;
  held: number | null;
};

export const previewQuery = (rule: Rule, language: string) =>
  queryOptions({
    queryKey: ['target-groups', 'preview', rule, language],
    queryFn: ({ signal }) =>
      post<Preview>('/target-groups/preview', { rule, language }, { signal }),
  });

export type PositionGroup = { id: string; kind: string; name: string; name_en: string };

// Groups of positions (leaders, experts, support), by which a rule may be narrowed.
export const positionGroupsQuery = queryOptions({
  queryKey: ['positions', 'groups'],
  staleTime: 10 * 60_000,
  queryFn: async ({ signal }) =>
    (await get<{ groups: PositionGroup[] }>('/positions', { signal })).groups.filter(
      (group) => group.kind === 'position',
    ),
});

export const useAddGroup = () =>
  useAct((group: { title: string; unit: string; rule: Rule }, key) =>
    post<Group>('/target-groups', group, { key }),
  );

export const groupsQuery = (unit: string) =>
  infiniteQueryOptions({
    queryKey: ['target-groups', 'list', unit],
    queryFn: ({ pageParam, signal }) =>
      get<Page<Group>>('/target-groups', { query: { unit, cursor: pageParam, limit: 50 }, signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  });

export const groupQuery = (id: string) =>
  queryOptions({
    queryKey: ['target-groups', 'one', id],
    queryFn: ({ signal }) => get<Group>(`/target-groups/${id}`, { signal }),
  });

export const membersQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['target-groups', 'members', id],
    queryFn: ({ pageParam, signal }) =>
      get<Page<Member>>(`/target-groups/${id}/members`, {
        query: { cursor: pageParam, limit: 100 },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  });

export const movementsQuery = (id: string, language: string) =>
  infiniteQueryOptions({
    queryKey: ['target-groups', 'movements', id, language],
    queryFn: ({ pageParam, signal }) =>
      get<Movements>(`/target-groups/${id}/movements`, {
        query: { language, cursor: pageParam, limit: 200 },
        signal,
      }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  });

export type GroupAct = 'approval' | 'closure';

export const useGroupAct = (id: string) =>
  useAct(
    ({ act, reason }: { act: GroupAct; reason: string }, key) =>
      post(`/target-groups/${id}/${act}`, { reason }, { key }),
    { apart: ({ act }) => act },
  );

export function exportMembers(id: string, kind: 'xlsx' | 'csv') {
  return download(`/target-groups/${id}/members.${kind}`);
}
