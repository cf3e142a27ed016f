const order = new Intl.Collator('vi', { numeric: true });

export function compareTexts(left: string, right: string): number {
  return order.compare(left, right);
}

// By given name, then the whole name: the custom for lists of people in Viet Nam.
export function comparePeople(left: string, right: string): number {
  const given = (name: string) => name.trim().split(/\s+/u).at(-1) ?? '';
  return order.compare(given(left), given(right)) || order.compare(left, right);
}
