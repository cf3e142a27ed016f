import { Button } from '@/components/button';
import { PageHead } from '@/components/page-head';
import { Empty } from '@/components/state-blocks';
import { useWords } from '@/lib/words';

export function NotFoundPage() {
  const t = useWords();
  return (
    <>
      <PageHead title={t('app.page.absent')} />
      <Empty
        title={t('app.not_found.title')}
        reason={t('app.not_found.reason')}
        action={
          <Button kind="primary" to="/">
            {t('app.to_start')}
          </Button>
        }
      />
    </>
  );
}
