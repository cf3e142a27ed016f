import { useEffect, useRef, useState } from 'react';

import { Button } from '@/components/button';
import { useWords } from '@/lib/words';

import type { Question } from './api';
import type { KeptAnswer } from './kept-answer';
import styles from './sitting.module.css';

type Props = {
  question: Question;
  // What the digits work in: all that is about this question.
  within: React.RefObject<HTMLElement | null>;
  answering: { kept: KeptAnswer | null; isWaiting: boolean; answer: (answer: KeptAnswer) => void };
};

export function QuestionForm({ question, within, answering }: Props) {
  const t = useWords();
  // One of the question before is still on its way for a moment when the next is shown.
  const kept = answering.kept?.position === question.position ? answering.kept : null;
  const [chosen, setChosen] = useState<string | null>(kept?.option ?? null);
  const shownAt = useRef(0);
  const [isMissing, setIsMissing] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const stem = useRef<HTMLHeadingElement>(null);
  const isSent = kept !== null;
  useEffect(() => {
    shownAt.current = performance.now();
    stem.current?.focus();
  }, []);
  useDigits({ within, form, question, choose: isSent ? null : setChosen });

  const send = (option: string | null) =>
    answering.answer({
      position: question.position,
      item: question.item,
      option,
      milliseconds: Math.round(performance.now() - shownAt.current),
    });

  return (
    <form
      ref={form}
      lang={question.language}
      onSubmit={(event) => {
        event.preventDefault();
        if (isSent) return;
        if (chosen === null) setIsMissing(true);
        else send(chosen);
      }}
    >
      <fieldset className={styles.question} disabled={isSent}>
        <legend>
          <h2 ref={stem} tabIndex={-1}>
            {question.stem}
          </h2>
        </legend>
        {question.options.map((option, place) => (
          <label key={option.label} className={styles.option}>
            <input
              type="radio"
              name="option"
              value={option.label}
              checked={chosen === option.label}
              onChange={() => setChosen(option.label)}
            />
            <span className={styles.number} aria-hidden="true">
              {place + 1}
            </span>
            <span>{option.text}</span>
          </label>
        ))}
      </fieldset>
      {isMissing && chosen === null && (
        <p className={styles.missing} role="alert" lang={t.language}>
          {t('sitting.choose')}
        </p>
      )}
      <div className={styles.foot} lang={t.language}>
        <Button disabled={isSent} onClick={() => send(null)}>
          {t('sitting.unknown')}
        </Button>
        <Button
          kind="primary"
          type="submit"
          full
          working={isSent}
          workingWords={answering.isWaiting ? t('sitting.queued') : undefined}
        >
          {t('sitting.answer')}
        </Button>
      </div>
      <p className={styles.keys} lang={t.language}>
        {t('sitting.keys', { most: question.options.length })}
      </p>
    </form>
  );
}

type Digits = {
  within: Props['within'];
  form: React.RefObject<HTMLFormElement | null>;
  question: Question;
  choose: ((label: string) => void) | null;
};

// 1, 2, 3 … choose while the focus is within; Enter sends from its headings too.
function useDigits({ within, form, question, choose }: Digits) {
  useEffect(() => {
    const element = within.current;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey) return;
      const option = question.options[Number(event.key) - 1];
      if (option && choose) choose(option.label);
      const isOnText = event.target instanceof HTMLHeadingElement;
      if (event.key === 'Enter' && isOnText) form.current?.requestSubmit();
    };
    element?.addEventListener('keydown', onKey);
    return () => element?.removeEventListener('keydown', onKey);
  }, [within, form, question, choose]);
}
