import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { budget } from '../../build/budget-plugin.ts';

export default defineConfig({
  base: '/hall/',
  // Phones on a slow network: no components of Ant Design, and the chart only where it is drawn.
  plugins: [react(), budget(200_000)],
  server: { port: 5174, proxy: { '/api': 'http://127.0.0.1:8080' } },
  build: {
    reportCompressedSize: false,
    // The budget above is what counts; the chart's file is large and loads when it is drawn.
    chunkSizeWarningLimit: 1000,
  },
});
