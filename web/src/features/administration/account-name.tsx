import { useQuery } from '@tanstack/react-query';

import { LinkText } from '@/components/link-text';
import { useWords } from '@/lib/words';

import { accountQuery } from './api';

// Who did it; the system itself where there is no account.
export function AccountName({ id }: { id: string | null | undefined }) {
  const t = useWords();
  const { data, error } = useQuery({ ...accountQuery(id ?? ''), enabled: !!id, retry: false });
  if (!id) return t('accounts.by_system');
  if (error) return t('accounts.elsewhere');
  return (
    <LinkText kind="name" to={`/accounts/${id}`}>
      {data?.account.name ?? '…'}
    </LinkText>
  );
}
