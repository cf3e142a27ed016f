import { QueryErrorResetBoundary } from '@tanstack/react-query';
import { Component, type ReactNode } from 'react';
import { useRouteError } from 'react-router';

import { PageHead } from '@/components/page-head';
import { Failed, Loading } from '@/components/state-blocks';
import { Problem } from '@/lib/api-client';
import { useWords } from '@/lib/words';

type Props = { children: ReactNode; onReset: () => void };

class Boundary extends Component<Props, { error: unknown }> {
  override state: { error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    if (this.state.error === null) return this.props.children;
    return (
      <PageFault
        error={this.state.error}
        retry={() => {
          this.props.onReset();
          this.setState({ error: null });
        }}
      />
    );
  }
}

// A page that fails says so in its own place, with a way to try again; the menu stays.
export function PageBoundary({ children }: { children: ReactNode }) {
  return (
    <QueryErrorResetBoundary>
      {({ reset }) => <Boundary onReset={reset}>{children}</Boundary>}
    </QueryErrorResetBoundary>
  );
}

export function PageFault({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useWords();
  const status = error instanceof Problem ? error.status : 0;
  const kind = status === 403 ? 'forbidden' : status === 404 ? 'absent' : 'failed';
  return (
    <>
      <PageHead title={t(`app.page.${kind}`)} />
      <Failed error={error} retry={kind === 'failed' ? retry : undefined} />
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
