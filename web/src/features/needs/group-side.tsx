import { type ReactNode, useState } from 'react';

import { Button } from '@/components/button';
import { Drawer } from '@/components/drawer';
import { useMedia } from '@/lib/use-media';
import { useWords } from '@/lib/words';

import { noLimits } from './group-conditions';
import { GroupForm } from './group-form';
import styles from './groups.module.css';
import type { NamedUnit } from './matrix-api';
import type { useSelection } from './selection';

type Props = {
  chosen: ReturnType<typeof useSelection>;
  home: NamedUnit;
  mayForm: boolean;
  children: ReactNode;
};

// The group that the chosen cells make: beside the table, or in a drawer where there is no room. The
// table keeps its place in the page, and with it the focus, whatever is chosen.
export function GroupSide({ chosen, home, mayForm, children }: Props) {
  const t = useWords();
  const narrow = useMedia('(max-width: 1023px)');
  const isEmpty = chosen.selection.units.length === 0;
  return (
    <>
      {mayForm && isEmpty && <p className={styles.hint}>{t('needs.choose_hint')}</p>}
      <div className={!mayForm || isEmpty || narrow ? undefined : styles.split}>
        <div>{children}</div>
        {mayForm && !isEmpty && <Draft chosen={chosen} home={home} narrow={narrow} />}
      </div>
    </>
  );
}

// What was typed is kept here: turning the screen moves the form into the drawer or out of it.
function Draft({
  chosen,
  home,
  narrow,
}: Omit<Props, 'children' | 'mayForm'> & { narrow: boolean }) {
  const t = useWords();
  const [open, setOpen] = useState(false);
  const [title, setTitle] = useState<string | null>(null);
  const [limits, setLimits] = useState(noLimits);
  const form = <GroupForm {...{ chosen, home, title, setTitle, limits, setLimits }} />;
  if (!narrow) return <div className={styles.side}>{form}</div>;
  const { units, competencies } = chosen.selection;
  return (
    <>
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
