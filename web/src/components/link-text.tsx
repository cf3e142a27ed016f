import type { ReactNode } from 'react';
import { Link } from 'react-router';

import styles from './link-text.module.css';

type Props = {
  children?: ReactNode;
  to?: string;
  href?: string;
  onClick?: () => void;
  // `name` for a name in a table: ink, with a quiet underline.
  kind?: 'link' | 'name' | 'strong';
  lang?: string;
  // A link that acts is left out on paper, unless what it says is a fact.
  onPaper?: boolean;
};

export function LinkText({ children, to, href, onClick, kind = 'link', lang, onPaper }: Props) {
  const className = styles[kind];
  if (to !== undefined) {
    return (
      <Link to={to} className={className} lang={lang}>
        {children}
      </Link>
    );
  }
  if (href !== undefined) {
    return (
      <a href={href} className={className} lang={lang}>
        {children}
      </a>
    );
  }
  return (
    <button
      type="button"
      className={className}
      data-act={(kind === 'link' && !onPaper) || undefined}
      lang={lang}
      onClick={onClick}
    >
      {children}
    </button>
  );
}
