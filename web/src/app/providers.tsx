import { I18nProvider } from '@lingui/react';
import { MantineProvider } from '@mantine/core';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';

import '@/components/mantine-styles';

import { theme, variables } from '@/components/theme';
import { Toasts } from '@/components/toast';
import { i18n } from '@/lib/i18n';
import { TodoSources } from '@/lib/todos';

import { todoSources } from './features';

export function Providers({ client, children }: { client: QueryClient; children: ReactNode }) {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto">
      <I18nProvider i18n={i18n}>
        <QueryClientProvider client={client}>
          <TodoSources.Provider value={todoSources}>
            {children}
            <Toasts />
          </TodoSources.Provider>
        </QueryClientProvider>
      </I18nProvider>
    </MantineProvider>
  );
}
