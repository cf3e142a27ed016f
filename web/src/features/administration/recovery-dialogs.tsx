import { ConfirmDialog } from '@/components/confirm-dialog';
import { Dialog } from '@/components/dialog';
import { showClock } from '@/lib/dates';
import { useWords } from '@/lib/words';

import { type Recovery, useConfirmRecovery, useWithdrawRecovery } from './api';
import { ReasonDialog } from './reason-dialog';
import { SecretOnce } from './secret-once';

type Props = { recovery: Recovery; onClose: () => void };

export function ConfirmRecovery({ recovery, onClose }: Props) {
  const t = useWords();
  const confirm = useConfirmRecovery(recovery.id);
  if (confirm.data) {
    const time = showClock(confirm.data.recovery.code_until ?? '');
    return (
      <Dialog title={t('recoveries.code')} open holds onClose={onClose}>
        <SecretOnce
          words={t('recoveries.code.words', { time })}
          secret={confirm.data.code}
          onClose={onClose}
        />
      </Dialog>
    );
  }
  return (
    <ConfirmDialog
      title={t('recoveries.confirm')}
      effect={t('recoveries.confirm.effect')}
      act={t('recoveries.confirm')}
      open
      working={confirm.isPending}
      error={confirm.error}
      onAct={() => confirm.mutate()}
      onClose={onClose}
    />
  );
}

export function WithdrawRecovery({ recovery, onClose }: Props) {
  const t = useWords();
  const withdraw = useWithdrawRecovery(recovery.id);
  return (
    <ReasonDialog
      title={t('recoveries.withdraw')}
      effect={t('recoveries.withdraw.effect')}
      act={withdraw}
      onClose={onClose}
    />
  );
}
