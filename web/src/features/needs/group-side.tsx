import { type ReactNode, useState } from 'react';

import { Button } from '@/components/button';
import { Drawer } from '@/components/drawer';
import { useMedia } from '@/lib/use-media';
import { useWords } from '@/lib/words';

import { GroupForm } from './group-form';
import styles from './groups.module.css';
import type { NamedUnit } from './matrix-api';
import type { useSelection } from './selection';

type Props = {
  chosen: ReturnType<typeof useSelection>;
  home: NamedUnit;
  children: ReactNode;
};

// The group that the chosen cells make: beside the table, or in a drawer where there is no room.
export function GroupSide({ chosen, home, children }: Props) {
  const t = useWords();
  const [open, setOpen] = useState(false);
  const narrow = useMedia('(max-width: 1023px)');
  const { units, competencies } = chosen.selection;
  if (units.length === 0) {
    return (
      <>
        <p className={styles.hint}>{t('needs.choose_hint')}</p>
        {children}
      </>
    );
  }
  const form = <GroupForm key={home.id} chosen={chosen} home={home} />;
  if (!narrow) {
    return (
      <div className={styles.split}>
        <div>{children}</div>
        <div className={styles.side}>{form}</div>
      </div>
    );
  }
  return (
    <>
      {children}
      <div className={styles.bar}>
        <p>{t('needs.chosen', { units: units.length, competencies: competencies.length })}</p>
        <Button kind="primary" onClick={() => setOpen(true)}>
          {t('needs.see_group')}
        </Button>
      </div>
      <Drawer title={t('needs.new_group')} open={open} onClose={() => setOpen(false)}>
        {form}
      </Drawer>
    </>
  );
}
