import { useEffect, useRef } from 'react';

const key = 'nangluc.shortcuts';

export function shortcutsAreOn(): boolean {
  return localStorage.getItem(key) !== 'off';
}

export function switchShortcuts(on: boolean): void {
  localStorage.setItem(key, on ? 'on' : 'off');
}

export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || !!target.closest('input, textarea, select, [role="combobox"]'))
  );
}

// Runs on one key while nobody is typing, unless single keys are switched off.
export function useShortcut(letter: string | null, act: () => void) {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    if (letter === null) return;
    const listen = (event: KeyboardEvent) => {
      if (event.key !== letter || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.defaultPrevented || isTyping(event.target) || !shortcutsAreOn()) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [letter]);
}
