import { useQuery } from '@tanstack/react-query';

import { useSession } from '@/lib/session';
import { testsQuery } from '@/lib/tests';
import { useWords } from '@/lib/words';

import { LinkText } from './link-text';

// The way to the test of a competency, for who is signed in; nothing where there is none.
export function TestLink({ competency, name }: { competency: string; name: string }) {
  const t = useWords();
  const { session } = useSession();
  const { data } = useQuery({ ...testsQuery(t.language), enabled: !!session?.person });
  const offer = data?.items.find((each) => each.competency.id === competency);
  if (!offer) return null;
  return (
    <LinkText to={`/me/tests/${competency}`}>
      {t(`ui.test.${offer.state}`)}
      <span className="unseen"> {name}</span>
    </LinkText>
  );
}
