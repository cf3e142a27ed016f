import { Drawer } from '@/components/drawer';
import type { FeaturePage } from '@/lib/feature';
import { useWords } from '@/lib/words';

import { ShellMenu } from './shell-menu';

// The menu of a tablet or a phone. Its drawer is fetched when it is first opened.
export function MenuDrawer({ open, onClose }: { open: FeaturePage[]; onClose: () => void }) {
  const t = useWords();
  return (
    <Drawer title={t('app.menu')} open onClose={onClose}>
      <nav aria-label={t('app.menu')}>
        <ShellMenu open={open} onChoose={onClose} />
      </nav>
    </Drawer>
  );
}
