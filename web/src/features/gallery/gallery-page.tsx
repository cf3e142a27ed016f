import { useState } from 'react';

import { SegmentedFilter } from '@/components/segmented-filter';
import { Row, Stack } from '@/components/layout';
import { PageHead } from '@/components/page-head';
import { useDensity } from '@/lib/density';
import { speak } from '@/lib/i18n';
import { languages } from '@/lib/languages';
import { useScheme } from '@/components/use-scheme';
import { useWords } from '@/lib/words';

import { ControlSection } from './control-section';
import { FigureSection } from './figure-section';
import styles from './gallery.module.css';
import { MatrixSection } from './matrix-section';
import { StateSection } from './state-section';
import { TableSection } from './table-section';
import { WordSection } from './word-section';

// Every component, in the language, scheme and density chosen above. axe and pictures run on it.
export function GalleryPage() {
  const t = useWords();
  const { scheme, setScheme } = useScheme();
  const { density, setDensity } = useDensity();
  const [round, setRound] = useState(0);

  return (
    <main id="content" className={styles.root} tabIndex={-1} key={round}>
      <PageHead title={t('gallery.title')} sentence={t('gallery.sentence')} />
      <Row gap={16}>
        <SegmentedFilter
          label={t('gallery.language')}
          value={t.language}
          options={languages.map((language) => ({ value: language.code, label: language.name }))}
          onChange={(language) => void speak(language as 'vi').then(() => setRound(round + 1))}
        />
        <SegmentedFilter
          label={t('gallery.scheme')}
          value={scheme}
          options={(['auto', 'light', 'dark'] as const).map((each) => ({
            value: each,
            label: t(`app.scheme.${each}`),
          }))}
          onChange={setScheme}
        />
        <SegmentedFilter
          label={t('gallery.density')}
          value={density ?? 'normal'}
          options={(['roomy', 'normal', 'dense'] as const).map((each) => ({
            value: each,
            label: t(`app.density.${each}`),
          }))}
          onChange={setDensity}
        />
      </Row>
      <div className={styles.columns}>
        <Stack gap={24}>
          <WordSection />
          <ControlSection />
        </Stack>
        <Stack gap={24}>
          <StateSection />
        </Stack>
      </div>
      <Stack gap={24}>
        <TableSection />
        <MatrixSection />
        <FigureSection />
      </Stack>
    </main>
  );
}
