import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { Card } from '@/components/card';
import { Stack } from '@/components/layout';
import { LinkText } from '@/components/link-text';
import { Empty, Failed, Loading } from '@/components/state-blocks';
import { useUrlState } from '@/lib/url-state';
import { useWords } from '@/lib/words';

import { type Gap, type Gaps, type GapsOf, gapsQuery, type Goal } from './gap-api';
import { GapItem } from './gap-item';
import { GapWhy } from './gap-why';
import styles from './gaps.module.css';
import { OwnProposals } from './own-proposals';
import { ProposeDialog } from './propose-dialog';

export function GapList({ goal, ...of }: GapsOf & { goal: Goal }) {
  const t = useWords();
  const query = useQuery(gapsQuery({ person: of.person, goal, on: of.on, language: t.language }));
  if (query.error) return <Failed error={query.error} retry={() => void query.refetch()} />;
  if (!query.data) return <Loading rows={4} what={t('needs.loading_gaps')} />;
  if (query.data.items.length === 0) {
    return (
      <Card flush>
        <Empty
          title={t(`needs.no_requirement.${goal}`)}
          reason={t(`needs.no_requirement.${goal}.reason`)}
        />
      </Card>
    );
  }
  return <ReadyList {...of} gaps={query.data} />;
}

function isOpen(gap: Gap): boolean {
  return gap.missing === null || gap.missing > 0;
}

function ReadyList({ gaps, ...of }: GapsOf & { gaps: Gaps }) {
  const t = useWords();
  const [show, setShow] = useUrlState('show', 'open');
  const [why, setWhy] = useState<Gap | null>(null);
  const [open, setOpen] = useState(false);
  const [proposing, setProposing] = useState<Gap | null>(null);
  const all = show === 'all';
  const shown = all ? gaps.items : gaps.items.filter(isOpen);

  return (
    <Stack gap={12}>
      <Totals gaps={gaps} all={all} onShow={() => setShow(all ? null : 'all')} />
      <Card flush>
        {shown.length === 0 ? (
          <Empty title={t('needs.all_met')} reason={t('needs.all_met.reason')} />
        ) : (
          <ul className={styles.list}>
            {shown.map((gap) => (
              <GapItem
                key={gap.competency}
                gap={gap}
                onWhy={() => {
                  setWhy(gap);
                  setOpen(true);
                }}
                onPropose={of.own && !of.on ? () => setProposing(gap) : undefined}
              />
            ))}
          </ul>
        )}
      </Card>
      {of.own && <OwnProposals />}
      {proposing && <ProposeDialog gap={proposing} onClose={() => setProposing(null)} />}
      {why && (
        <GapWhy
          key={why.competency}
          gap={why}
          gaps={gaps}
          own={of.own}
          on={of.on}
          open={open}
          onClose={() => setOpen(false)}
        />
      )}
    </Stack>
  );
}

function Totals({ gaps, all, onShow }: { gaps: Gaps; all: boolean; onShow: () => void }) {
  const t = useWords();
  const { with_gap, unknown, met, required } = gaps.totals;
  const figures = [
    { key: 'with_gap', value: with_gap },
    { key: 'unknown', value: unknown },
    { key: 'met', value: met },
  ].filter(({ key, value }) => value > 0 || key !== 'unknown');
  return (
    <div className={styles.totals}>
      <p>
        {figures.map(({ key, value }) => (
          <span key={key}>
            <b>{value}</b> {t(`needs.total.${key}`)}
          </span>
        ))}
      </p>
      {(all || with_gap + unknown < required) && (
        <LinkText onClick={onShow}>
          {all ? t('needs.show_open') : t('needs.show_all', { count: required })}
        </LinkText>
      )}
    </div>
  );
}
