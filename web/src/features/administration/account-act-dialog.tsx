import { toast } from '@/components/toast';
import { useWords } from '@/lib/words';

import { type Account, useAccountAct } from './api';
import { ReasonDialog } from './reason-dialog';

type Props = { account: Account; act: 'close' | 'reopen' | 'recover'; onClose: () => void };

export function AccountActDialog({ account, act, onClose }: Props) {
  const t = useWords();
  const run = useAccountAct(account.id, act);
  return (
    <ReasonDialog
      title={t(`accounts.act.${act}`)}
      effect={t(`accounts.effect.${act}`, { name: account.name })}
      danger={act === 'close'}
      act={run}
      onDone={() => toast(t(`accounts.done.${act}`, { name: account.name }))}
      onClose={onClose}
    />
  );
}
