/**
 * For looking at screens in a browser, with invented data behind the double of the bridge:
 * `npx vite --config renderer/dev/vite.config.ts`. Not a part of the program and of no build of it.
 */
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  plugins: [react()],
  // The generator of invented vaults can also make files, which only Node can.
  resolve: { alias: { 'node:zlib': new URL('./nodeZlib.ts', import.meta.url).pathname } },
  cacheDir: new URL('../../node_modules/.vite-dev', import.meta.url).pathname,
  server: { host: '127.0.0.1', port: 5199, strictPort: false },
})
