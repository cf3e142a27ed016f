import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';

import styles from './menu.module.css';

export type MenuItem = { label: string; onSelect: () => void; current?: boolean; lang?: string };
export type MenuGroupItems = { title?: string; items: MenuItem[] };

type Props = {
  // What the button says and, where the words alone do not tell, its name.
  button: ReactNode;
  label: string;
  buttonClass?: string;
  groups: MenuGroupItems[];
};

const steps: Record<string, (at: number, count: number) => number> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

// The menu-button pattern. It is on every page, so it does without a positioning library.
export function Menu({ button, label, buttonClass, groups }: Props) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const trigger = useRef<HTMLButtonElement>(null);

  function itemsOf(): HTMLElement[] {
    return [...(root.current?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])];
  }
  useEffect(() => {
    if (!open) return;
    root.current?.querySelector<HTMLElement>('[role^="menuitem"]')?.focus();
    const away = (event: Event) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', away);
    return () => document.removeEventListener('pointerdown', away);
  }, [open]);

  function close() {
    setOpen(false);
    trigger.current?.focus();
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape') return close();
    if (event.key === 'Tab') return setOpen(false);
    const items = itemsOf();
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    items[step(items.indexOf(document.activeElement as HTMLElement), items.length)]?.focus();
  }

  return (
    <div ref={root} className={styles.root}>
      <button
        ref={trigger}
        type="button"
        className={buttonClass ?? styles.button}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {button}
        {!buttonClass && <span className="unseen">, {label}</span>}
      </button>
      {open && (
        <div
          role="menu"
          tabIndex={-1}
          aria-label={label}
          className={styles.list}
          onKeyDown={onKeyDown}
        >
          {groups.map((group, index) => (
            <div key={index} role={group.title ? 'group' : 'none'} aria-label={group.title}>
              {index > 0 && <hr className={styles.line} />}
              {group.title && (
                <p className={styles.title} aria-hidden>
                  {group.title}
                </p>
              )}
              {group.items.map((item) => (
                <Item key={item.label} item={item} onChosen={close} />
              ))}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}

function Item({ item, onChosen }: { item: MenuItem; onChosen: () => void }) {
  const isChoice = item.current !== undefined;
  return (
    <button
      type="button"
      role={isChoice ? 'menuitemradio' : 'menuitem'}
      aria-checked={isChoice ? item.current : undefined}
      tabIndex={-1}
      lang={item.lang}
      className={styles.item}
      onClick={() => {
        onChosen();
        item.onSelect();
      }}
    >
      {item.label}
    </button>
  );
}
