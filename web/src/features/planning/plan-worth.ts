import { useEffect, useState } from 'react';

import { showNumber, showShare } from '@/lib/numbers';

import type { SearchPoint } from './api';

// How far at most a plan of that value is from the best that there could be, of what it could be
// worth; empty where nothing is known yet.
export function apart(
  at: Pick<SearchPoint, 'value' | 'bound'> | null | undefined,
  language: string,
): string {
  if (!at || at.bound <= 0) return '';
  const share = (at.bound - at.value) / at.bound;
  return showShare(share, language, share > 0 && share < 0.001 ? 2 : 1);
}

// Values are đồng: million đồng, with as many digits as tell plans apart.
export function showWorth(dong: number, language: string): string {
  const millions = dong / 1_000_000;
  return showNumber(millions, language, Number.isInteger(millions) ? 0 : 2);
}

// Two digits that count: thousandths below a tenth, whole seconds from ten.
export function showSeconds(seconds: number, language: string): string {
  const least = [0.1, 1, 10].findIndex((limit) => seconds < limit);
  return showNumber(seconds, language, seconds === 0 || least < 0 ? 0 : 3 - least);
}

// Whole seconds since this was shown first.
export function useSeconds(): number {
  const [since] = useState(() => Date.now());
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const clock = setInterval(() => setSeconds(Math.round((Date.now() - since) / 1000)), 1000);
    return () => clearInterval(clock);
  }, [since]);
  return seconds;
}
