import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The node that `npm run dev` starts first. */
const node = 'http://127.0.0.1:7001';

export default defineConfig({
  root: fileURLToPath(new URL('./console', import.meta.url)),
  plugins: [react()],
  // The content security policy allows no `data:` fonts: nothing is inlined.
  build: { outDir: '../dist/console', emptyOutDir: true, assetsInlineLimit: 0, target: 'es2022' },
  server: { host: '127.0.0.1', proxy: { '/api': node, '/healthz': node } },
});
