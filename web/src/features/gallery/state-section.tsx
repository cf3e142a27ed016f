import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { LinkText } from '@/components/link-text';
import { Refusal } from '@/components/refusal';
import { Empty, Loading, Notice, Offline, ReadOnly } from '@/components/state-blocks';
import { Stepper } from '@/components/stepper';
import { Timeline } from '@/components/timeline';
import { Problem } from '@/lib/api-client';
import { useWords, Words } from '@/lib/words';

import { Section } from './section';

export function StateSection() {
  const t = useWords();
  return (
    <>
      <Section id="loading">
        <div data-sample>
          <Card flush>
            <Loading rows={3} what={t('gallery.loading_what')} />
          </Card>
        </div>
      </Section>
      <Section id="empty">
        <Card flush>
          <Empty
            drawing
            title={t('gallery.empty_title')}
            reason={t('gallery.empty_reason')}
            action={<Button kind="primary">{t('gallery.empty_act')}</Button>}
          />
        </Card>
      </Section>
      <Section id="error">
        <Refusal error={new Problem(500, 'server.fault', [], '7F3A-21')} retry={() => undefined} />
      </Section>
      <Section id="offline">
        <Offline waiting={3} />
      </Section>
      <Section id="refused">
        <Refusal
          error={new Problem(409, 'gallery.over_ceiling')}
          values={{ sum: '120', line: 14, date: '05/10/2026' }}
          actions={
            <>
              <Button>{t('gallery.open_line')}</Button>
              <Button kind="text">{t('gallery.ask_more')}</Button>
            </>
          }
        />
      </Section>
      <Section id="read_only">
        <ReadOnly>
          <Words id="gallery.read_only_words" parts={[<LinkText key="0" to="/gallery" />]} />
        </ReadOnly>
        <Notice tone="ok">{t('gallery.saved')}</Notice>
      </Section>
      <Section id="timeline">
        <Timeline
          label={t('gallery.timeline')}
          entries={[
            {
              key: '3',
              act: t('gallery.event.3'),
              date: '18/12/2026',
              note: t('gallery.event.3.note'),
            },
            {
              key: '2',
              act: t('gallery.event.2'),
              date: '11/12/2026',
              note: t('gallery.event.2.note'),
            },
            {
              key: '1',
              act: t('gallery.event.1'),
              date: '02/12/2026',
              note: t('gallery.event.1.note'),
            },
          ]}
        />
        <Stepper
          label={t('gallery.steps')}
          current={1}
          steps={[
            { label: t('gallery.step.1'), done: true, to: '/gallery' },
            { label: t('gallery.step.2') },
            { label: t('gallery.step.3') },
          ]}
        />
      </Section>
    </>
  );
}
