import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { chatRoutes } from './chat-routes.ts'
import { json, Refusal, refuse, type Next } from './http.ts'
import { DoubleState } from './state.ts'
import { videoRoutes } from './video-routes.ts'

export interface Context {
  req: IncomingMessage
  res: ServerResponse
  state: DoubleState
  params: number[]
  query: URLSearchParams
  /** Multiplies every pause: 1 looks alive, 0 is for tests. */
  pace: number
}

export type Route = [method: string, path: RegExp, handle: (context: Context) => void | Promise<void>]

const healthRoute: Route = ['GET', /^\/health$/, ({ res, state }) => { json(res, state.health.database === 'down' ? 503 : 200, state.health) }]
const routes: Route[] = [healthRoute, ...chatRoutes, ...videoRoutes]
const apiPath = /^\/(health|chat|videos|jobs)(\/|$)/

/** A double of the HTTP API, in memory, that speaks real HTTP: for Vitest, for `dev:double`, and for Playwright without a back end. */
export function createDouble({ pace = 0 } = {}) {
  const state = new DoubleState()

  const middleware = (req: IncomingMessage, res: ServerResponse, next: Next) => {
    const url = new URL(req.url ?? '/', 'http://double')
    if (!apiPath.test(url.pathname)) { next(); return }
    if (state.isDead) { req.socket.destroy(); return }
    void serve(req, res, url, state, pace)
  }

  let server: Server | undefined
  return {
    state,
    middleware,
    async listen(): Promise<string> {
      server = createServer((req, res) => { middleware(req, res, () => { refuse(res, new Refusal(404, 'not_found', 'There is nothing at this address.')) }) })
      await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
      return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`
    },
    async close() {
      server?.closeAllConnections()
      await new Promise((resolve) => server?.close(resolve))
    },
  }
}

export type Double = ReturnType<typeof createDouble>

async function serve(req: IncomingMessage, res: ServerResponse, url: URL, state: DoubleState, pace: number) {
  try {
    for (const [method, path, handle] of routes) {
      const match = method === req.method ? path.exec(url.pathname) : null
      if (!match) continue
      await handle({ req, res, state, pace, query: url.searchParams, params: match.slice(1).map(Number) })
      return
    }
    throw new Refusal(404, 'not_found', 'There is nothing at this address.')
  } catch (error) {
    const refusal = error instanceof Refusal ? error : new Refusal(500, 'internal', String(error))
    if (!res.headersSent) refuse(res, refusal)
    else res.end()
  }
}
