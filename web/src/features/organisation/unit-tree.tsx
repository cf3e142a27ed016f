import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { Icon } from '@/components/icons';
import { Stack } from '@/components/layout';
import { SearchField } from '@/components/search-field';
import { Failed, Loading } from '@/components/state-blocks';
import { nameIn } from '@/lib/names';
import { findUnits, type Unit } from '@/lib/units';
import { useWords } from '@/lib/words';

import { childrenQuery } from './api';
import styles from './units-page.module.css';

type Node = { unit: Unit; has_children: boolean };
type Shared = {
  on: string;
  chosen: string;
  // Units above the chosen one, which stand open.
  opened: string[];
  onChoose: (unit: string) => void;
};

// Opens level by level; a search by name, without accents, leads straight to a unit.
export function UnitTree({ roots, ...shared }: Shared & { roots: Node[] }) {
  const t = useWords();
  const [sought, setSought] = useState('');
  const found = useQuery({
    queryKey: ['units', 'found', sought, shared.on],
    queryFn: ({ signal }) =>
      findUnits({ sought, below: roots.map((root) => root.unit.id), on: shared.on, signal }),
    enabled: sought.trim() !== '',
    placeholderData: (old) => old,
  });

  return (
    <Stack gap={8}>
      <SearchField
        label={t('units.search')}
        example={t('units.search.example')}
        value={sought}
        onChange={setSought}
        slash
      />
      {found.error && <Failed error={found.error} retry={() => void found.refetch()} />}
      <nav className={styles.tree} aria-label={t('menu.units')}>
        {sought.trim() === '' ? (
          <Branch nodes={roots} {...shared} />
        ) : (
          <ul>
            {(found.data ?? []).map((unit) => (
              <li
                key={unit.id}
                className={styles.node}
                data-chosen={unit.id === shared.chosen || undefined}
              >
                <button
                  type="button"
                  className={styles.name}
                  onClick={() => shared.onChoose(unit.id)}
                >
                  {unit.parent ? `${unit.name}, ${unit.parent}` : unit.name}
                </button>
              </li>
            ))}
            {found.data?.length === 0 && <li>{t('ui.nothing_found')}</li>}
          </ul>
        )}
      </nav>
    </Stack>
  );
}

function Branch({ nodes, ...shared }: Shared & { nodes: Node[] }) {
  return (
    <ul>
      {nodes.map((node) => (
        <TreeNode key={node.unit.id} node={node} {...shared} />
      ))}
    </ul>
  );
}

function TreeNode({ node, ...shared }: Shared & { node: Node }) {
  const t = useWords();
  const { unit } = node;
  const [asked, setAsked] = useState<boolean | null>(null);
  const open = asked ?? shared.opened.includes(unit.id);
  const name = nameIn(t.language, unit.full_name, unit.full_name_en);
  const current = unit.id === shared.chosen;
  return (
    <li>
      <div className={styles.node} data-chosen={current || undefined}>
        {node.has_children ? (
          <button
            type="button"
            className={styles.open}
            aria-expanded={open}
            aria-label={t('units.open', { name })}
            onClick={() => setAsked(!open)}
          >
            <Icon name={open ? 'down' : 'right'} size={16} />
          </button>
        ) : (
          <span className={styles.leaf} />
        )}
        <button
          type="button"
          className={styles.name}
          aria-current={current || undefined}
          onClick={() => shared.onChoose(unit.id)}
        >
          {name}
        </button>
      </div>
      {open && node.has_children && <Below unit={unit.id} {...shared} />}
    </li>
  );
}

function Below({ unit, ...shared }: Shared & { unit: string }) {
  const below = useQuery(childrenQuery(unit, shared.on));
  if (below.error) return <Failed error={below.error} retry={() => void below.refetch()} />;
  if (!below.data) return <Loading rows={3} />;
  return <Branch nodes={below.data.items} {...shared} />;
}
