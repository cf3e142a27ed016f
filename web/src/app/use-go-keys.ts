import { useEffect } from 'react';
import { useNavigate } from 'react-router';

import type { FeaturePage } from '@/lib/feature';
import { isTyping, shortcutsAreOn, useShortcut } from '@/lib/shortcuts';

// `g` and then the letter of a page within two seconds; `?` opens the help.
export function useGoKeys(pages: FeaturePage[]) {
  const navigate = useNavigate();
  useShortcut('?', () => void navigate('/help'));

  useEffect(() => {
    let pressed = 0;
    function listen(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (!shortcutsAreOn()) return;
      if (event.key === 'g') {
        pressed = Date.now();
      } else if (Date.now() - pressed < 2000) {
        pressed = 0;
        const page = pages.find((each) => each.letter === event.key);
        if (page) void navigate(page.path);
      }
    }
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [pages, navigate]);
}
