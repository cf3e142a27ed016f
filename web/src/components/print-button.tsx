import { type PagedList, readToEnd } from '@/lib/read-to-end';
import { useReading } from '@/lib/use-reading';
import { useWords } from '@/lib/words';

import { Button } from './button';
import { Refusal } from './refusal';

const mostOnPaper = 2000;

// The rows just read are drawn before the sheet is made.
const drawn = () => new Promise((done) => setTimeout(done, 120));

// The page on paper. A list of which only the first rows were read is read to its end before; where
// that is too much, the foot of the table says on paper that there are more.
export function PrintButton({ list }: { list?: PagedList }) {
  const t = useWords();
  const reading = useReading(async () => {
    if (list?.hasNextPage) {
      await readToEnd(list, mostOnPaper);
      await drawn();
    }
    window.print();
  });
  return (
    <>
      <Button
        icon="print"
        working={reading.isPending}
        workingWords={t('ui.loading')}
        onClick={() => reading.mutate()}
      >
        {t('ui.print')}
      </Button>
      <Refusal error={reading.error} />
    </>
  );
}
