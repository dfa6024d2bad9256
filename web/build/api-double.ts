import type { Plugin } from 'vite'
import { createDouble } from '../e2e/double/server.ts'

/** Answers the API from memory inside Vite's own server: `npm run dev:double` and `npm run preview:double`. */
export function apiDouble(): Plugin {
  const double = createDouble({ pace: 1 })
  return {
    name: 'api-double',
    configureServer: (server) => void server.middlewares.use(double.middleware),
    configurePreviewServer: (server) => void server.middlewares.use(double.middleware),
  }
}
