import { MantineProvider } from '@mantine/core';
import '@mantine/core/styles.css';
import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { sessionKey } from './capabilities/parties/session.ts';
import { ApiFault } from './kit/api.ts';
import { LanguageProvider } from './kit/language.tsx';
import { resolveVariables, theme } from './kit/theme.ts';
import './kit/theme.css';
import { ToastsProvider } from './kit/toasts.tsx';
import { router } from './routes.tsx';

/** A fault that the node decided does not change by asking again; a cut may. */
const mayRetry = (failures: number, error: unknown): boolean =>
  failures < 2 && !(error instanceof ApiFault && error.status >= 400 && error.status < 500);

const client: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error) => {
      // The session ended while someone was reading: back to sign-in, whatever screen this was.
      if (error instanceof ApiFault && error.status === 401) client.setQueryData(sessionKey, null);
    },
  }),
  defaultOptions: { queries: { retry: mayRetry, staleTime: 15_000 } },
});

const root = document.getElementById('root');
if (!root) throw new Error('bug: index.html has no #root');

createRoot(root).render(
  <StrictMode>
    <LanguageProvider>
      <MantineProvider theme={theme} cssVariablesResolver={resolveVariables} defaultColorScheme="auto">
        <QueryClientProvider client={client}>
          <ToastsProvider>
            <RouterProvider router={router} />
          </ToastsProvider>
        </QueryClientProvider>
      </MantineProvider>
    </LanguageProvider>
  </StrictMode>,
);
