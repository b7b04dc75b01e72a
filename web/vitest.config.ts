import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react()],
  test: {
    include: ['{apps,packages}/*/{src,}/**/*.test.{ts,tsx}', 'build/**/*.test.ts'],
    environment: 'jsdom',
    // A loaded machine draws a whole list in seconds; what hangs is stopped all the same.
    testTimeout: 20_000,
    setupFiles: ['./build/vitest-setup.ts'],
  },
});
