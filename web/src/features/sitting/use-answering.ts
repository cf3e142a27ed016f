import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

import { Problem } from '@/lib/api-client';
import { useWords } from '@/lib/words';

import { sendAnswer, sittingQuery, type Sitting } from './api';
import { forget, keep, type KeptAnswer, readKept } from './kept-answer';

const longestPause = 15_000;
const pauseAfter = (tries: number) => (tries === 0 ? 0 : Math.min(500 * 2 ** tries, longestPause));

// Nobody has judged the answer yet: the network, the server or the session was not there.
function isLost(error: unknown): boolean {
  if (!(error instanceof Problem)) return true;
  return (
    !error.isRefusal ||
    [401, 408, 429].includes(error.status) ||
    error.code.startsWith('idempotency.')
  );
}

// Sends an answer until the server has it, and shows the sitting as the server then tells it. An
// answer that was left waiting when the page was closed is sent when it opens again.
export function useAnswering(sitting: Sitting) {
  const { language } = useWords();
  const client = useQueryClient();
  const [kept, setKept] = useState(() => readKept(sitting.id));
  const [tries, setTries] = useState(0);
  const { mutateAsync, error } = useMutation({
    meta: { rereadsNothing: true },
    mutationFn: (answer: KeptAnswer) => sendAnswer(sitting.id, answer, language),
  });

  useEffect(() => {
    if (!kept) return;
    let isOver = false;
    let isSending = false;
    const settle = () => {
      forget(sitting.id);
      setKept(null);
      setTries(0);
    };
    const send = async () => {
      if (isSending) return;
      isSending = true;
      try {
        const next = await mutateAsync(kept);
        client.setQueryData(sittingQuery(sitting.id, language).queryKey, next);
        settle();
        // A result changes levels and gaps wherever they are shown.
        if (next.outcome) void client.invalidateQueries();
      } catch (lost) {
        if (isOver) return;
        if (isLost(lost)) setTries((before) => before + 1);
        else {
          settle();
          void client.invalidateQueries({ queryKey: ['sittings', sitting.id] });
        }
      } finally {
        isSending = false;
      }
    };
    const timer = setTimeout(() => void send(), pauseAfter(tries));
    const sendNow = () => void send();
    addEventListener('online', sendNow);
    return () => {
      isOver = true;
      clearTimeout(timer);
      removeEventListener('online', sendNow);
    };
  }, [kept, tries, sitting.id, language, client, mutateAsync]);

  return {
    kept,
    // Sent at least once and not yet there.
    isWaiting: kept !== null && tries > 0,
    refused: kept === null && error && !isLost(error) ? error : null,
    answer: (answer: KeptAnswer) => {
      keep(sitting.id, answer);
      setTries(0);
      setKept(answer);
    },
    sendNow: () => setTries((before) => before + 1),
  };
}
