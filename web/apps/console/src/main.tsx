import { Desk, SeeContext } from '@anju/ui';
import '@anju/ui/ui.css';
import './app/shell.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from './app/query';
import { router } from './app/router';
import { Thing } from './app/Thing';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id root');

createRoot(root).render(
  <StrictMode>
    <Desk>
      <QueryClientProvider client={queryClient}>
        <SeeContext value={Thing}>
          <RouterProvider router={router} />
        </SeeContext>
      </QueryClientProvider>
    </Desk>
  </StrictMode>,
);
