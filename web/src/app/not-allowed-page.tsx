import { Button } from '@/components/button';
import { PageHead } from '@/components/page-head';
import { Empty } from '@/components/state-blocks';
import { useWords } from '@/lib/words';

export function NotAllowedPage() {
  const t = useWords();
  return (
    <>
      <PageHead title={t('app.page.forbidden')} />
      <Empty
        title={t('app.not_allowed.title')}
        reason={t('app.not_allowed.reason')}
        action={
          <Button kind="primary" to="/">
            {t('app.to_start')}
          </Button>
        }
      />
    </>
  );
}
