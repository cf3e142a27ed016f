import { useState } from 'react';

import { isDate, showDate, today } from '@/lib/dates';
import { useUrlState } from '@/lib/url-state';
import { useWords } from '@/lib/words';

import { Button } from './button';
import { DateField } from './date-field';
import { Dialog } from './dialog';
import { LinkText } from './link-text';
import { Row } from './layout';

// The date of a page's figures. It lives in the address as ?on=2025-07-01.
export function useAsOf() {
  const [kept, setKept] = useUrlState('on');
  const on = isDate(kept) ? kept : today();
  return { on, isToday: !isDate(kept) || kept === today(), setOn: setKept };
}

// "Tính đến 23/11/2026" as a link that changes the date.
export function AsOfDate() {
  const t = useWords();
  const { on, setOn } = useAsOf();
  const [open, setOpen] = useState(false);
  const [draft, setDraft] = useState<string | null>(on);

  function choose(date: string | null) {
    setOn(date === today() ? null : date);
    setOpen(false);
  }
  return (
    <>
      {t('ui.as_of')}{' '}
      <LinkText
        onPaper
        onClick={() => {
          setDraft(on);
          setOpen(true);
        }}
      >
        {showDate(on)}
      </LinkText>
      <Dialog title={t('ui.choose_date')} open={open} onClose={() => setOpen(false)}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (draft) choose(draft);
          }}
        >
          <DateField label={t('ui.as_of_label')} value={draft} onChange={setDraft} />
          <div style={{ height: 16 }} />
          <Row>
            <Button kind="primary" type="submit">
              {t('ui.show_that_day')}
            </Button>
            <Button onClick={() => choose(today())}>{t('ui.show_today')}</Button>
          </Row>
        </form>
      </Dialog>
    </>
  );
}
