// The reader's own of two names; the Vietnamese one where nobody has given an English one.
export function nameIn(language: string, vietnamese: string, english?: string | null): string {
  return language === 'vi' ? vietnamese : english || vietnamese;
}

type Owned = { unit_name: string; successor_name: string };
type Say = (id: string, values: { unit: string; now: string }) => string;

// The unit that something is of, as it was called then, and what stands in its place now.
export function unitThen(t: Say, { unit_name, successor_name }: Owned): string {
  return successor_name ? t('ui.unit_then', { unit: unit_name, now: successor_name }) : unit_name;
}
