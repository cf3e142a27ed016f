import { type CompositionEvent, useEffect, useRef, useState } from 'react';

// A draft of a text that is told on only when no letter is being composed and after a pause. Korean
// composes; Vietnamese input methods delete and retype, which the pause covers.
export function useComposed(value: string, onSettle: (value: string) => void, pause = 250) {
  const [draft, setDraft] = useState(value);
  const [told, setTold] = useState(value);
  const composing = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  if (value !== told) {
    setTold(value);
    setDraft(value);
  }
  useEffect(() => () => clearTimeout(timer.current), []);

  function settle(next: string, wait: number) {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      if (next === told) return;
      setTold(next);
      onSettle(next);
    }, wait);
  }

  return {
    draft,
    change(next: string) {
      setDraft(next);
      if (!composing.current) settle(next, pause);
    },
    settleNow: () => settle(draft, 0),
    isComposing: () => composing.current,
    handlers: {
      onCompositionStart: () => {
        composing.current = true;
      },
      onCompositionEnd: (event: CompositionEvent<HTMLInputElement>) => {
        composing.current = false;
        settle(event.currentTarget.value, pause);
      },
    },
  };
}
