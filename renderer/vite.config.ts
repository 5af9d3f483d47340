import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const here = import.meta.dirname

export default defineConfig({
  root: here,
  base: '/',
  // The icon is the only file served as it is; it lies with the other icons.
  publicDir: `${here}/../resources/icons/window`,
  plugins: [react()],
  build: {
    outDir: `${here}/../.build/renderer`,
    emptyOutDir: true,
    // What domestic desktops run: Chromium 109 is the last for Windows 7 and the base of many Linux browsers.
    target: ['chrome109', 'firefox115'],
    // Everything is a file of its own: the content security policy allows neither inline code nor data: fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // Otherwise each schema tries `new Function`, which the page's content policy refuses and reports. Schemas are made
    // in whatever file the bundler puts them, so every file says it before anything else.
    rolldownOptions: { output: { intro: 'globalThis.__zod_globalConfig ??= { jitless: true };' } },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 4000,
  },
})
