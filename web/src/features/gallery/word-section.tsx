import { Kbd } from '@/components/kbd';
import { Row } from '@/components/layout';
import { LinkText } from '@/components/link-text';
import { Pill } from '@/components/pill';
import { useWords } from '@/lib/words';

import styles from './gallery.module.css';
import { Section } from './section';

const colours = [
  'paper',
  'surface',
  'sunken',
  'raised',
  'line',
  'line-strong',
  'ink-3',
  'ink-2',
  'ink',
  'accent',
  'accent-tint',
  'gap-1',
  'gap-2',
  'gap-3',
  'gap-4',
  'over',
  'ok',
  'warn',
  'err',
];
const samples = [
  { lang: 'vi', words: 'Ẳng Nưa, Nghĩa Lộ, Quỳnh Nhai: cần bậc 4, có bậc 2, thiếu hai bậc' },
  { lang: 'en', words: 'Required level 4, held level 2, a gap of two levels' },
  { lang: 'ko', words: '요구 수준 4, 보유 수준 2, 두 단계 부족' },
  { lang: 'uz', words: 'Talab etilgan daraja 4, mavjud daraja 2' },
  { lang: 'th', words: 'ระดับที่ต้องการ 4 ระดับที่มี 2 ขาดสองระดับ' },
];

export function WordSection() {
  const t = useWords();
  return (
    <>
      <Section id="colours">
        <ul className={styles.colours}>
          {colours.map((colour) => (
            <li key={colour}>
              <span style={{ background: `var(--${colour})` }} />
              {colour}
            </li>
          ))}
        </ul>
      </Section>
      <Section id="words">
        <div>
          {samples.map((sample) => (
            <p key={sample.lang} lang={sample.lang}>
              {sample.words}
            </p>
          ))}
        </div>
        <Row gap={16}>
          <LinkText to="/gallery">{t('gallery.link')}</LinkText>
          <LinkText to="/gallery" kind="name">
            Quàng Thị Thảo
          </LinkText>
          <Kbd>g</Kbd>
        </Row>
        <Row>
          <Pill>{t('gallery.pill.draft')}</Pill>
          <Pill kind="sent">{t('gallery.pill.sent')}</Pill>
          <Pill kind="done">{t('gallery.pill.approved')}</Pill>
          <Pill kind="look">{t('gallery.pill.look')}</Pill>
          <Pill kind="returned">{t('gallery.pill.returned')}</Pill>
          <Pill kind="vacant">{t('gallery.pill.vacant')}</Pill>
        </Row>
      </Section>
    </>
  );
}
