import { useMantineColorScheme } from '@mantine/core';

export type Scheme = 'auto' | 'light' | 'dark';

export function useScheme() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return { scheme: colorScheme, setScheme: (scheme: Scheme) => setColorScheme(scheme) };
}
