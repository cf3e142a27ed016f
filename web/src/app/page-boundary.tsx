import { QueryErrorResetBoundary } from '@tanstack/react-query';
import { Component, lazy, type ReactNode, Suspense } from 'react';
import { useRouteError } from 'react-router';

import { PageHead } from '@/components/page-head';
import { Failed, Loading } from '@/components/state-blocks';
import { Problem } from '@/lib/api-client';
import { useUrlState } from '@/lib/url-state';
import { useWords } from '@/lib/words';

const AsOfDate = lazy(async () => ({
  default: (await import('@/components/as-of-date')).AsOfDate,
}));

type Props = { children: ReactNode; asked: string; onReset: () => void };

class Boundary extends Component<Props, { error: unknown }> {
  override state: { error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  // Another unit, date or filter is another question: its answer may well be none of this fault.
  override componentDidUpdate(before: Props) {
    if (this.state.error !== null && before.asked !== this.props.asked) this.#again();
  }

  #again = () => {
    this.props.onReset();
    this.setState({ error: null });
  };

  override render() {
    if (this.state.error === null) return this.props.children;
    return <PageFault error={this.state.error} retry={this.#again} />;
  }
}

type BoundaryProps = {
  children: ReactNode;
  // What the page is asked for: its fault goes when this is another.
  asked?: string;
};

// A page that fails says so in its own place, with a way to try again; the menu stays.
export function PageBoundary({ children, asked = '' }: BoundaryProps) {
  return (
    <QueryErrorResetBoundary>
      {({ reset }) => (
        <Boundary asked={asked} onReset={reset}>
          {children}
        </Boundary>
      )}
    </QueryErrorResetBoundary>
  );
}

export function PageFault({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useWords();
  const [on] = useUrlState('on');
  const status = error instanceof Problem ? error.status : 0;
  const kind = status === 403 ? 'forbidden' : status === 404 ? 'absent' : 'failed';
  return (
    <>
      <PageHead
        title={t(`app.page.${kind}`)}
        sentence={
          on && (
            <Suspense>
              <AsOfDate />
            </Suspense>
          )
        }
      />
      <Failed error={error} retry={retry} />
    </>
  );
}

// For what the router itself met, such as a part of the program that could not be fetched.
export function RouteFault() {
  const error = useRouteError();
  return <PageFault error={error} retry={() => location.reload()} />;
}

export function PageLoading() {
  return <Loading rows={8} />;
}
