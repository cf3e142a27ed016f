import { useEffect, useId, useLayoutEffect } from 'react';

const opened: string[] = [];

// What was focused before is focused again when a dialog goes, however it goes: dialogs are mostly
// put on the page with the state that opens them, and taken off with it. `isTop` tells whether
// another stands over it: Escape is for the uppermost only.
export function useDialogFocus(open: boolean) {
  const id = useId();
  useLayoutEffect(() => {
    if (!open) return;
    const before = document.activeElement;
    return () => {
      setTimeout(() => {
        const isFree = !document.activeElement || document.activeElement === document.body;
        if (isFree && before instanceof HTMLElement && before.isConnected) before.focus();
      });
    };
  }, [open]);
  useEffect(() => {
    if (!open) return;
    opened.push(id);
    return () => void opened.splice(opened.indexOf(id), 1);
  }, [open, id]);
  return { isTop: () => opened.at(-1) === id };
}
