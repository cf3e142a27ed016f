import { Bars } from '@/components/bars';
import { Card } from '@/components/card';
import { Curves } from '@/components/curves';
import { Facts, Figures, Split } from '@/components/layout';
import { ProgressBar } from '@/components/progress-bar';
import { useWords } from '@/lib/words';

import { Section } from './section';

const plan = [
  { x: 0, y: 812 },
  { x: 8, y: 846 },
  { x: 15, y: 880 },
  { x: 26, y: 898 },
  { x: 40, y: 921 },
  { x: 58, y: 929 },
  { x: 74, y: 934 },
  { x: 96, y: 938 },
  { x: 134, y: 938 },
];
const bound = [
  { x: 0, y: 991 },
  { x: 12, y: 973 },
  { x: 22, y: 963 },
  { x: 36, y: 957 },
  { x: 50, y: 951 },
  { x: 70, y: 948 },
  { x: 95, y: 946 },
  { x: 134, y: 945 },
];

export function FigureSection() {
  const t = useWords();
  return (
    <Section id="figures">
      <Figures
        items={[
          { value: 6, label: t('gallery.figure.new') },
          { value: 9, label: t('gallery.figure.changed') },
          { value: 61, label: t('gallery.figure.same'), tone: 'quiet' },
          { value: 6, label: t('gallery.figure.look'), tone: 'warn' },
        ]}
      />
      <Split
        width={408}
        side={
          <Card title={t('gallery.curves')}>
            <Curves
              label={t('gallery.curves_sentence')}
              xLabel={t('gallery.curves_time')}
              showX={(x) => t('gallery.seconds', { count: x })}
              plan={{ label: t('gallery.curves_plan'), points: plan }}
              bound={{ label: t('gallery.curves_bound'), points: bound }}
            />
          </Card>
        }
      >
        <Card title={t('gallery.bars')}>
          <Bars
            label={t('gallery.bars_sentence')}
            bars={[
              { key: '1', label: 'Xã Tuần Giáo', value: 41 },
              { key: '2', label: 'Xã Mường Ảng', value: 37, strong: true },
              { key: '3', label: 'Xã Búng Lao', value: 33 },
            ]}
          />
        </Card>
        <Card title={t('gallery.facts')}>
          <Facts
            items={[
              { label: t('gallery.post'), value: 'Văn hóa - xã hội' },
              { label: t('gallery.since'), value: '01/07/2025' },
            ]}
          />
        </Card>
        <Card title={t('gallery.progress')}>
          <ProgressBar label={t('job.status.running')} done={41200} total={100000} />
        </Card>
      </Split>
    </Section>
  );
}
