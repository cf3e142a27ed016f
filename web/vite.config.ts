import { fileURLToPath } from 'node:url';

import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

import { catalogues } from './scripts/catalogue-plugin.ts';

const src = fileURLToPath(new URL('./src', import.meta.url));
const server = process.env.NANGLUC_API ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [react(), catalogues(src)],
  resolve: { alias: { '@': src } },
  server: { proxy: { '/api': { target: server } } },
  build: { target: 'es2022', assetsInlineLimit: 0, manifest: true, reportCompressedSize: false },
  test: {
    globals: true,
    environment: 'jsdom',
    setupFiles: ['src/testing/setup.ts'],
    // A loaded machine is slow, not wrong.
    testTimeout: 120_000,
    css: { modules: { classNameStrategy: 'non-scoped' } },
    reporters: process.env.NANGLUC_JUNIT ? ['default', 'junit'] : ['default'],
    outputFile: process.env.NANGLUC_JUNIT ? { junit: process.env.NANGLUC_JUNIT } : undefined,
  },
});
