import { afterEach, beforeAll, beforeEach, vi } from 'vitest';
import { cleanup, configure } from '@testing-library/react';

import { loadWords, speak } from '@/lib/i18n';

import { forgetAnswers } from './answers';

// A loaded machine is slow, not wrong.
configure({ asyncUtilTimeout: 60_000 });

beforeAll(async () => {
  await speak('vi');
  await Promise.all(
    Object.keys(import.meta.glob('../features/*/locales/vi.po', { query: '?url' })).map((path) =>
      loadWords(path.split('/')[2] ?? ''),
    ),
  );
});

beforeEach(() => {
  localStorage.clear();
  // jsdom lays nothing out: what components ask of the window is answered as on a wide screen.
  vi.stubGlobal('matchMedia', (query: string) => ({
    matches: false,
    media: query,
    addEventListener: () => {},
    removeEventListener: () => {},
    addListener: () => {},
    removeListener: () => {},
  }));
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  );
  Element.prototype.scrollIntoView = () => {};
  window.scrollTo = () => {};
});

afterEach(() => {
  cleanup();
  forgetAnswers();
});
