import { Drawer } from '@/components/drawer';
import { Stack } from '@/components/layout';
import type { FeaturePage } from '@/lib/feature';
import { useMedia } from '@/lib/use-media';
import { useWords } from '@/lib/words';

import { ShellMenu } from './shell-menu';
import { UnitSwitcher } from './unit-switcher';

// The menu of a tablet or a phone. Its drawer is fetched when it is first opened.
export function MenuDrawer({ open, onClose }: { open: FeaturePage[]; onClose: () => void }) {
  const t = useWords();
  // On a wider page the head has it.
  const isPhone = !useMedia('(min-width: 640px)');
  return (
    <Drawer title={t('app.menu')} open onClose={onClose}>
      <Stack gap={12}>
        {isPhone && <UnitSwitcher onChosen={onClose} />}
        <nav aria-label={t('app.menu')}>
          <ShellMenu open={open} onChoose={onClose} />
        </nav>
      </Stack>
    </Drawer>
  );
}
