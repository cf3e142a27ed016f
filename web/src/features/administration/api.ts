import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';

import type { PickedUnit } from '@/components/unit-picker';
import { del, get, post, put } from '@/lib/api-client';
import type { components } from '@/lib/api-types';
import { useAct } from '@/lib/use-act';

type Schemas = components['schemas'];
export type Account = Schemas['AccountItem'];
export type ListedAccount = Schemas['ListedAccountItem'];
export type AccountRecord = Schemas['AccountReply'];
export type Grant = Schemas['GrantItem'];
export type RoleItem = Schemas['RoleItem'];
export type Recovery = Schemas['RecoveryItem'];
export type Setting = Schemas['SettingItem'];
export type NewGrant = Schemas['NewGrant'];
export type NewAccount = Schemas['NewAccount'];

export type AccountQuestion = { unit: string | null; search: string; status: string };

export const accountsQuery = ({ unit, search, status }: AccountQuestion) =>
  infiniteQueryOptions({
    queryKey: ['accounts', 'list', unit, search, status],
    initialPageParam: '',
    queryFn: ({ signal, pageParam }) =>
      get<Schemas['ListedAccountItemPage']>('/accounts', {
        query: { unit, search, status: status === 'all' ? null : status, cursor: pageParam },
        signal,
      }),
    getNextPageParam: (page) => page.next,
    placeholderData: (old) => old,
  });

export const accountQuery = (id: string) =>
  queryOptions({
    queryKey: ['accounts', 'one', id],
    queryFn: ({ signal }) => get<AccountRecord>(`/accounts/${id}`, { signal }),
  });

export const grantsQuery = (account: string) =>
  queryOptions({
    queryKey: ['accounts', 'grants', account],
    queryFn: ({ signal }) =>
      get<Schemas['GrantItemPage']>('/grants', { query: { account }, signal }),
  });

// The roles that the reader may give over a unit.
export const choicesQuery = (unit: string) =>
  queryOptions({
    queryKey: ['grants', 'choices', unit],
    queryFn: ({ signal }) =>
      get<Schemas['RoleItemPage']>('/grants/choices', { query: { unit }, signal }),
    enabled: unit !== '',
  });

export const recoveriesQuery = queryOptions({
  queryKey: ['recoveries'],
  queryFn: ({ signal }) => get<Schemas['RecoveryItemPage']>('/recoveries', { signal }),
});

export const settingsQuery = queryOptions({
  queryKey: ['settings'],
  queryFn: ({ signal }) => get<Schemas['SettingItemPage']>('/settings', { signal }),
});

// People who may be given accounts, by name or staff number.
export async function findHolders(search: string, signal: AbortSignal): Promise<PickedUnit[]> {
  const { items } = await get<Schemas['HoldersReply']>('/account-holders', {
    query: { search },
    signal,
  });
  return items.map(({ id, name, staff_number, unit_name }) => ({
    id,
    name: `${name} (${staff_number})`,
    parent: unit_name,
  }));
}

const linkPerson = ({ account, person }: { account: string; person: string }) =>
  put(`/people/${person}/account`, { account });

export const useLinkPerson = () => useAct<Parameters<typeof linkPerson>[0], unknown>(linkPerson);

// Opened first and then linked: the password is told only once, so a link that is refused is told
// beside it and made later.
export const useOpenAccount = () =>
  useAct(async ({ account, person }: { account: NewAccount; person: string | null }, key) => {
    const opened = await post<Schemas['OpenedReply']>('/accounts', account, { key });
    const unlinked = person
      ? await linkPerson({ account: opened.account.id, person }).then(
          () => null,
          (error: unknown) => error,
        )
      : null;
    return { ...opened, unlinked };
  });

export const useGiveRole = () =>
  useAct((grant: NewGrant, key) => post<Grant>('/grants', grant, { key }));

export const useEndGrant = (grant: string) =>
  useAct((end: Schemas['GrantEnd'], key) => post<Grant>(`/grants/${grant}/end`, end, { key }));

export const useAccountAct = (account: string, act: 'close' | 'reopen' | 'recover') =>
  useAct<string, unknown>((reason, key) => {
    if (act === 'reopen') return del(`/accounts/${account}/closure`, { query: { reason } });
    const noun = act === 'close' ? 'closure' : 'recovery';
    return post(`/accounts/${account}/${noun}`, { reason }, { key });
  });

export const useConfirmRecovery = (recovery: string) =>
  useAct<void, Schemas['ConfirmedReply']>((_, key) =>
    post(`/recoveries/${recovery}/confirmation`, undefined, { key }),
  );

export const useWithdrawRecovery = (recovery: string) =>
  useAct<string, Recovery>((reason, key) =>
    post(`/recoveries/${recovery}/withdrawal`, { reason }, { key }),
  );

export const useSetSetting = () =>
  useAct((setting: Schemas['NewSetting'], key) => post<Setting>('/settings', setting, { key }));
