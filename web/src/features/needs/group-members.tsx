import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { type Column, DataTable } from '@/components/data-table';
import { Stack } from '@/components/layout';
import { LevelScale } from '@/components/level-scale';
import { LinkText } from '@/components/link-text';
import { tableState } from '@/components/table-state';
import { useWords } from '@/lib/words';

import type { Gap } from './gap-api';
import { GapWhy } from './gap-why';
import { type Group, type Member, membersQuery } from './group-api';
import { useCompetencyNames } from './rule-words';

// The members as they were frozen, each with the ground on which they were.
export function GroupMembers({ group }: { group: Group }) {
  const t = useWords();
  const query = useInfiniteQuery(membersQuery(group.id));
  const members = query.data?.pages.flatMap((page) => page.items) ?? [];
  const names = useCompetencyNames(group);
  const [why, setWhy] = useState<Member | null>(null);
  const [open, setOpen] = useState(false);

  return (
    <Stack gap={8}>
      <h2>{t('needs.members')}</h2>
      <DataTable
        caption={t('needs.members')}
        columns={columnsOf(t, names, (member) => {
          setWhy(member);
          setOpen(true);
        })}
        rows={members}
        rowKey={(member) => `${member.person} ${member.competency}`}
        state={tableState(query, t('needs.loading_members'))}
        empty={{ title: t('needs.no_members'), reason: t('needs.no_members.reason') }}
        more={{
          has: query.hasNextPage,
          loading: query.isFetchingNextPage,
          onMore: () => void query.fetchNextPage(),
        }}
      />
      {why && (
        <GapWhy
          key={`${why.person} ${why.competency}`}
          gap={why.explanation}
          gaps={{
            person: { id: why.person, name: why.person_name, staff_number: why.staff_number },
            goal: 'present',
            on: group.on,
          }}
          own={null}
          on={group.on}
          open={open}
          onClose={() => setOpen(false)}
        />
      )}
    </Stack>
  );
}

function columnsOf(
  t: ReturnType<typeof useWords>,
  names: Map<string, string>,
  onWhy: (member: Member) => void,
): Column<Member>[] {
  // The explanation keeps the name it was frozen with; the reader's language comes first.
  const nameOf = (gap: Gap) => names.get(gap.competency) ?? (gap.name || gap.code);
  return [
    {
      id: 'person',
      header: t('needs.person'),
      rowHeader: true,
      cell: (member) => (
        <LinkText to={`/people/${member.person}/gaps`} kind="name">
          {member.person_name}
        </LinkText>
      ),
    },
    { id: 'unit', header: t('needs.unit'), cell: (member) => member.unit_name },
    {
      id: 'competency',
      header: t('needs.competency'),
      cell: (member) => nameOf(member.explanation),
    },
    {
      id: 'level',
      header: t('needs.level_then'),
      cell: (member) => (
        <LevelScale
          levels={member.explanation.levels}
          held={member.held}
          required={member.required}
        />
      ),
    },
    {
      id: 'why',
      header: t('ui.why'),
      acts: true,
      cell: (member) => (
        <LinkText onClick={() => onWhy(member)}>
          {t('ui.why')}
          <span className="unseen">
            {' '}
            {member.person_name}, {nameOf(member.explanation)}
          </span>
        </LinkText>
      ),
    },
  ];
}
