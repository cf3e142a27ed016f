// The one answer that the server may not have yet, kept on this computer so that a page that is
// closed or loaded anew sends it all the same. The next question depends on it, so there is one.
export type KeptAnswer = {
  position: number;
  item: string;
  option: string | null;
  milliseconds: number;
};

const keyOf = (sitting: string) => `nangluc.answer.${sitting}`;

export function readKept(sitting: string): KeptAnswer | null {
  try {
    const text = localStorage.getItem(keyOf(sitting));
    return text === null ? null : (JSON.parse(text) as KeptAnswer);
  } catch {
    return null;
  }
}

// A browser that keeps nothing still sends it from the open page.
export function keep(sitting: string, answer: KeptAnswer): void {
  try {
    localStorage.setItem(keyOf(sitting), JSON.stringify(answer));
  } catch {
    return;
  }
}

export function forget(sitting: string): void {
  try {
    localStorage.removeItem(keyOf(sitting));
  } catch {
    return;
  }
}
