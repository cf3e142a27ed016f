import { infiniteQueryOptions } from '@tanstack/react-query';

import { get } from '@/lib/api-client';
import type { components } from '@/lib/api-types';
import { useReading } from '@/lib/use-reading';

type Schemas = components['schemas'];
export type AuditRow = Schemas['AuditItem'];
export type AuditPageReply = Schemas['AuditItemPage'];
export type Verification = Schemas['VerificationReply'];

export type AuditFilter = {
  act: string;
  account: string;
  object: string;
  person: string;
  unit: string;
  from: string;
  until: string;
};

// Whole days in the time of the installation: from the first minute of one to the last of another.
function queryOf({ from, until, ...rest }: AuditFilter) {
  return {
    ...rest,
    from: from && new Date(`${from}T00:00:00+07:00`).toISOString(),
    until: until && new Date(Date.parse(`${until}T00:00:00+07:00`) + 86_400_000).toISOString(),
  };
}

export const auditQuery = (filter: AuditFilter) =>
  infiniteQueryOptions({
    queryKey: ['audit', filter],
    initialPageParam: '',
    queryFn: ({ signal, pageParam }) =>
      get<AuditPageReply>('/audit', { query: { ...queryOf(filter), cursor: pageParam }, signal }),
    getNextPageParam: (page) => page.next,
    placeholderData: (old) => old,
  });

const most = 20_000;

// Every row of the filter, newest first, up to `most`; `isWhole` tells whether that was all.
export async function readAll(filter: AuditFilter) {
  const rows: AuditRow[] = [];
  let cursor: string | null = '';
  while (cursor !== null && rows.length < most) {
    const page: AuditPageReply = await get<AuditPageReply>('/audit', {
      query: { ...queryOf(filter), cursor, limit: 200 },
    });
    rows.push(...page.items);
    cursor = page.next ?? null;
  }
  return { rows, isWhole: cursor === null };
}

export const useVerification = () => useReading(() => get<Verification>('/audit/verification'));
