import {
  createTheme,
  type CSSVariablesResolver,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';

const cham: MantineColorsTuple = [
  '#f0f3fb',
  '#dfe5f6',
  '#c2cdee',
  '#a9baf2',
  '#7c93d6',
  '#5a74c4',
  '#435dae',
  '#344b97',
  '#2a3d7e',
  '#1f2e61',
];
const stone: MantineColorsTuple = [
  '#f8f8f5',
  '#f1f1ed',
  '#e7e7e2',
  '#dcdcd6',
  '#83878a',
  '#6f7478',
  '#62676e',
  '#4a4f58',
  '#343841',
  '#1a1e27',
];
const night: MantineColorsTuple = [
  '#e9eaed',
  '#bec3cc',
  '#9ba1ad',
  '#8b92a0',
  '#7c8392',
  '#2f3440',
  '#232732',
  '#1a1d25',
  '#12141a',
  '#0c0e13',
];
const son: MantineColorsTuple = [
  '#fbecea',
  '#f7d8d4',
  '#efb2ab',
  '#ff9e93',
  '#d9645a',
  '#c63f35',
  '#b72d23',
  '#a8231b',
  '#8c1a14',
  '#66110c',
];

const sans =
  '"Segoe UI", -apple-system, Roboto, "Noto Sans", "Malgun Gothic", "Apple SD Gothic Neo", "Noto Sans KR", "Noto Sans CJK KR", "Leelawadee UI", Thonburi, "Noto Sans Thai", sans-serif';

// Mantine's autoContrast picks one text colour for both schemes, so filled buttons take theirs here.
const variantColorResolver: VariantColorsResolver = (input) => {
  const own = defaultVariantColorsResolver(input);
  const danger = input.color === 'son';
  if (input.variant === 'filled') {
    return {
      ...own,
      background: danger ? 'var(--err)' : 'var(--accent)',
      hover: danger ? 'var(--err)' : 'var(--accent-hover)',
      color: 'var(--on-accent)',
      border: '1px solid transparent',
    };
  }
  if (input.variant === 'subtle') {
    return {
      ...own,
      background: 'transparent',
      hover: 'var(--accent-tint)',
      color: danger ? 'var(--err)' : 'var(--accent)',
      border: '1px solid transparent',
    };
  }
  return own;
};

const mark = { color: 'var(--accent)', iconColor: 'var(--on-accent)' };

export const theme = createTheme({
  variantColorResolver,
  components: {
    Checkbox: { defaultProps: mark },
    Radio: { defaultProps: mark },
    SegmentedControl: { defaultProps: { withItemsBorders: false } },
    // The head of a dialog is no banner of the page.
    DrawerHeader: { defaultProps: { role: 'presentation' } },
    ModalHeader: { defaultProps: { role: 'presentation' } },
  },
  colors: { cham, son, gray: stone, dark: night },
  primaryColor: 'cham',
  primaryShade: { light: 8, dark: 3 },
  white: '#ffffff',
  black: '#1a1e27',
  fontFamily: sans,
  fontFamilyMonospace:
    'ui-monospace, "Cascadia Mono", "SF Mono", "Roboto Mono", "Noto Sans Mono", monospace',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  lineHeights: { xs: '1.45', sm: '1.5', md: '1.5', lg: '1.55', xl: '1.5' },
  spacing: { xs: '0.25rem', sm: '0.5rem', md: '0.75rem', lg: '1rem', xl: '1.5rem' },
  radius: { xs: '2px', sm: '4px', md: '6px', lg: '10px', xl: '999px' },
  defaultRadius: 'sm',
  shadows: {
    xs: 'none',
    sm: 'none',
    md: 'var(--shadow-menu)',
    lg: 'var(--shadow-drawer)',
    xl: 'var(--shadow-drawer)',
  },
  focusRing: 'auto',
  cursorType: 'pointer',
  respectReducedMotion: true,
});

const shared = {
  '--mantine-color-body': 'var(--paper)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-3)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--accent-tint)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line-strong)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-color-placeholder': 'var(--ink-3)',
  '--mantine-color-error': 'var(--err)',
};

export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: shared,
  dark: shared,
});
