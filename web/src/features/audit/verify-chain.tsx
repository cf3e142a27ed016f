import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { Stack } from '@/components/layout';
import { Refusal } from '@/components/refusal';
import { Notice } from '@/components/state-blocks';
import { showNumber } from '@/lib/numbers';
import { useWords } from '@/lib/words';

import { useVerification, type Verification } from './api';

// Every row carries the seal of the one before it: nobody can change one without its being seen.
export function VerifyChain() {
  const t = useWords();
  const verify = useVerification();
  return (
    <Card
      title={t('audit.chain')}
      aside={
        <Button
          kind="primary"
          working={verify.isPending}
          workingWords={t('audit.verifying')}
          onClick={() => verify.mutate()}
        >
          {t('audit.verify')}
        </Button>
      }
    >
      <Stack gap={8}>
        <p>{t('audit.chain.why')}</p>
        {verify.data && <Found found={verify.data} />}
        <Refusal error={verify.error} />
      </Stack>
    </Card>
  );
}

function Found({ found }: { found: Verification }) {
  const t = useWords();
  const rows = showNumber(found.rows, t.language);
  const flaw = found.first_flaw;
  if (!flaw) return <Notice tone="ok">{t('audit.whole', { rows })}</Notice>;
  return (
    <Notice>
      {t(`audit.flaw.${flaw.flaw}`, { rows, chain: flaw.chain, sequence: flaw.sequence })}
    </Notice>
  );
}
