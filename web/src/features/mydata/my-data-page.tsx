import { PageHead } from '@/components/page-head';
import { Tabs } from '@/components/tabs';
import { useUrlState } from '@/lib/url-state';
import { useWords } from '@/lib/words';

import { ReadingList } from './reading-list';
import { SessionList } from './session-list';

export function MyDataPage() {
  const t = useWords();
  const [show, setShow] = useUrlState('show', 'readings');
  return (
    <>
      <PageHead title={t('menu.my_data')} sentence={t('mydata.sentence')} />
      <Tabs
        label={t('menu.my_data')}
        value={show}
        onChange={setShow}
        tabs={[
          { value: 'readings', label: t('mydata.readings'), panel: <ReadingList /> },
          { value: 'sessions', label: t('mydata.sessions'), panel: <SessionList /> },
        ]}
      />
    </>
  );
}
