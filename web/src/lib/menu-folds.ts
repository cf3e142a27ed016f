import { useLocalStorage } from '@mantine/hooks';

// Sections of the menu that somebody keeps open, on this device.
export function useUnfolded() {
  const [unfolded, setUnfolded] = useLocalStorage<string[]>({
    key: 'nangluc.menu',
    defaultValue: [],
    getInitialValueInEffect: false,
  });
  const toggle = (group: string) =>
    setUnfolded((old) =>
      old.includes(group) ? old.filter((each) => each !== group) : [...old, group],
    );
  return { unfolded, toggle };
}
