// Line icons on a 20-pixel grid. They accompany words and are never read aloud.
const paths = {
  alert: 'M10 3.2 18 17H2L10 3.2Zm0 5.3v3.8m0 2.1v.1',
  back: 'M12 4.500 6.500 10l5.500 5.500',
  bars: 'M3 16.500v-6h4v6Zm5-0v-13h4v13Zm5 0v-9h4v9Zm-11 0h16',
  bell: 'M5.500 13.800V9a4.500 4.500 0 0 1 9 0v4.800l1.300 1.700H4.200l1.300-1.700ZM8.300 17.500h3.400',
  calendar: 'M3.500 4.800h13v12h-13Zm0 4h13M7 2.800v3.500m6-3.500v3.500',
  card: 'M2.500 4.500h15v11.500h-15Zm3 3.500h3.500v3.500H5.500Zm6.500.200h3m-3 3h3m-9.500 2.800h9.500',
  check: 'm4.500 10.500 3.700 3.700 7.300-8',
  close: 'm5 5 10 10M15 5 5 15',
  cloud:
    'M6 15.500a3.600 3.600 0 0 1-.300-7.200 4.600 4.600 0 0 1 8.900 1A3.100 3.100 0 0 1 14.300 15.500Z',
  down: 'm5.500 8 4.500 4.500L14.500 8',
  download: 'M10 3v9m-3.700-3.500L10 12.200l3.700-3.700M3.500 13.500v3h13v-3',
  edit: 'M13.200 3.700l3.100 3.100M4 13.500l9.800-9.800 2.500 2.500L6.500 16H4z',
  eye: 'M1.800 10S4.800 4.800 10 4.800 18.200 10 18.200 10 15.200 15.200 10 15.200 1.800 10 1.800 10Zm8.200-2.300a2.300 2.300 0 1 0 0 4.600 2.300 2.300 0 0 0 0-4.600Z',
  eyeOff:
    'M3 3l14 14M8.200 5a8 8 0 0 1 1.800-.2c5.200 0 8.200 5.200 8.200 5.200a14 14 0 0 1-2.600 3.100M5 6.300A14 14 0 0 0 1.800 10S4.800 15.200 10 15.200a8 8 0 0 0 3.600-.9',
  file: 'M5 2.500h6.500l3.500 3.500v11.500H5Zm6.300.200V6.300h3.600M7.500 10.500h5v4h-5Zm0 2h5m-2.500-2v4',
  help: 'M10 2.500a7.500 7.500 0 1 0 0 15 7.500 7.500 0 0 0 0-15ZM7.900 7.900A2.200 2.200 0 1 1 10 10.700v1m0 2.100v.1',
  info: 'M10 2.500a7.500 7.500 0 1 0 0 15 7.500 7.500 0 0 0 0-15ZM10 9.300v4.200M10 6.600v.1',
  left: 'm12 5.500-4.500 4.500 4.500 4.500',
  list: 'M3.500 3.500h13v13h-13Zm3 6.700 2.500 2.500 5-5.500',
  menu: 'M3 5.500h14M3 10h14M3 14.500h14',
  offline:
    'M3 3l14 14M6 8.300a3.600 3.600 0 0 0 0 7.200h7.600M8.200 5.700a4.600 4.600 0 0 1 6.400 3.600 3.100 3.100 0 0 1 2 4.900',
  plus: 'M10 4v12M4 10h12',
  print: 'M5.500 7.500V3h9v4.500M5.500 14H3V7.500h14V14h-2.500M5.500 11.500h9V17h-9Z',
  retry:
    'M16 9a6.200 6.200 0 0 0-11-2.800L3.500 8m0-4.200V8h4.200M4 11a6.200 6.200 0 0 0 11 2.800l1.500-1.800m0 4.200V12h-4.200',
  right: 'm8 5.500 4.500 4.500L8 14.500',
  search: 'M8.800 3.300a5.500 5.500 0 1 0 0 11 5.500 5.500 0 0 0 0-11Zm4 9.500 4 4',
  sortDown: 'M10 4v12m-4-4 4 4 4-4',
  sortUp: 'M10 16V4M6 8l4-4 4 4',
  undo: 'M7.500 4.500 4 8l3.500 3.500M4 8h7.500a4 4 0 0 1 0 8H8',
  upload: 'M10 13V4M6.300 7.500 10 3.800l3.700 3.700M3.500 13.500v3h13v-3',
  user: 'M10 3.300a3.200 3.200 0 1 0 0 6.400 3.200 3.200 0 0 0 0-6.400ZM3.800 17c.5-3.300 3-5 6.200-5s5.700 1.700 6.200 5',
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'check' ? 1.9 : 1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      style={{ flex: 'none' }}
    >
      <path d={paths[name]} />
    </svg>
  );
}

// Two held levels and the one to reach.
export function Mark({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path
        fill="currentColor"
        d="M2 14a1 1 0 0 1 1-1h4a1 1 0 0 1 1 1v7H3a1 1 0 0 1-1-1zM9.500 9.500a1 1 0 0 1 1-1h3.500a1 1 0 0 1 1 1V21H9.500z"
      />
      <rect
        x="17.300"
        y="3.300"
        width="4.900"
        height="17"
        rx=".8"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.600"
        strokeDasharray="2.400 1.800"
      />
    </svg>
  );
}
