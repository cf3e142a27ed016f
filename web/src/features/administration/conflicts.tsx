import { useWords } from '@/lib/words';

type Pair = { one: string; other: string };

// "Tổ chức cán bộ và Người phê duyệt": roles that check each other in one hand.
export function useConflictWords() {
  const t = useWords();
  return (pairs: Pair[]) =>
    pairs
      .map(({ one, other }) =>
        t('accounts.conflict_pair', { one: t(`role.${one}`), other: t(`role.${other}`) }),
      )
      .join('; ');
}
