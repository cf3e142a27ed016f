import { useLocalStorage } from '@mantine/hooks';

export type Density = 'roomy' | 'normal' | 'dense';

export function useDensity() {
  const [kept, setDensity] = useLocalStorage<Density | ''>({
    key: 'nangluc.density',
    defaultValue: '',
    getInitialValueInEffect: false,
  });
  return { density: kept || null, setDensity: (density: Density) => setDensity(density) };
}
