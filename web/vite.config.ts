import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { apiDouble } from './build/api-double.ts'
import { headScript } from './build/head-script.ts'

/** The API lives at the root of the same origin; everything else is the page's. */
const apiPaths = '^/(chat|videos|jobs|imports|search|auth|metrics|health|openapi.json)([/?]|$)'

export default defineConfig(({ mode }) => ({
  plugins: [react(), tailwindcss(), headScript('src/theme-boot.js'), ...(mode === 'double' ? [apiDouble()] : [])],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: {
    ...(mode === 'double' ? {} : { proxy: { [apiPaths]: 'http://127.0.0.1:8000' } }),
  },
  build: {
    target: ['chrome123', 'firefox121', 'safari17.5'],
    assetsInlineLimit: 0,
    rolldownOptions: { output: { manualChunks: (id: string) => (/node_modules\/(react|react-dom|scheduler|@tanstack|@radix-ui|openapi-fetch)\//.test(id) ? 'vendor' : undefined) } },
  },
  test: {
    environment: 'jsdom',
    setupFiles: ['src/test/setup.ts'],
    include: ['src/**/*.test.{ts,tsx}'],
    css: false,
    restoreMocks: true,
    testTimeout: 30_000,
    maxWorkers: 2,
  },
}))
