const browsers = [
  ['Edg/', 'Edge'],
  ['OPR/', 'Opera'],
  ['coc_coc', 'Cốc Cốc'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
] as const;
const systems = [
  ['Android', 'Android'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Windows', 'Windows'],
  ['Mac OS', 'macOS'],
  ['Linux', 'Linux'],
] as const;

// "Chrome, Windows" out of what a browser says of itself; its first word where it is no browser.
export function agentWords(agent: string): string {
  const named = [browsers, systems].flatMap((list) => {
    const found = list.find(([mark]) => agent.includes(mark));
    return found ? [found[1]] : [];
  });
  return named.join(', ') || (agent.split(' ')[0] ?? '');
}
