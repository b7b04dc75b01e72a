import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { budget } from '../../build/budget-plugin.ts';

export default defineConfig({
  plugins: [react(), budget(900_000)],
  server: { port: 5173, proxy: { '/api': 'http://127.0.0.1:8080' } },
  build: {
    reportCompressedSize: false,
    // The budget above is what counts; a single large file is not a fault in itself.
    chunkSizeWarningLimit: 4000,
  },
});
