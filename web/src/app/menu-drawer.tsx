import { Drawer } from '@/components/drawer';
import type { FeaturePage } from '@/lib/feature';
import { useWords } from '@/lib/words';

import { ShellMenu } from './shell-menu';
import styles from './shell.module.css';
import { UnitSwitcher } from './unit-switcher';

// The menu of a tablet or a phone. Its drawer is fetched when it is first opened.
export function MenuDrawer({ open, onClose }: { open: FeaturePage[]; onClose: () => void }) {
  const t = useWords();
  return (
    <Drawer title={t('app.menu')} open onClose={onClose}>
      <div className={styles.drawerUnit}>
        <UnitSwitcher onChosen={onClose} />
      </div>
      <nav aria-label={t('app.menu')}>
        <ShellMenu open={open} onChoose={onClose} />
      </nav>
    </Drawer>
  );
}
