import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';

import { Providers } from '@/app/providers';
import { makeRouter } from '@/app/router';
import { rememberedLanguage, speak } from '@/lib/i18n';
import { makeQueryClient } from '@/lib/query-client';

// Before the first paint, so that a dark page does not flash white.
const scheme = localStorage.getItem('mantine-color-scheme-value');
const dark =
  scheme === 'dark' || (scheme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
document.documentElement.dataset.mantineColorScheme = dark ? 'dark' : 'light';

async function start() {
  await speak(rememberedLanguage());
  const root = document.getElementById('root');
  if (!root) return;
  createRoot(root).render(
    <StrictMode>
      <Providers client={makeQueryClient()}>
        <RouterProvider router={makeRouter()} />
      </Providers>
    </StrictMode>,
  );
}

void start();
