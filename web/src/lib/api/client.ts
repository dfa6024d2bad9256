import createClient from 'openapi-fetch'
import { connection } from '@/lib/connection'
import { errorFrom, UnreachableError } from './errors'
import type { paths } from './schema.gen'

let origin = ''

/** The page is served by the API's own process; only tests speak to another origin. */
export function configureApi(options: { origin: string }) {
  origin = options.origin
}

export const apiUrl = (path: string) => `${origin || window.location.origin}${path}`

/** fetch, but every failure is one of our errors and the connection's state is known. */
export async function request(input: Request): Promise<Response> {
  let response: Response
  try {
    response = await fetch(input)
  } catch (cause) {
    if (input.signal.aborted) throw cause
    connection.lost()
    throw new UnreachableError('The server does not answer.', { cause })
  }
  if (response.ok || (input.url.endsWith('/health') && response.status === 503)) {
    connection.restored()
    return response
  }
  const error = await errorFrom(response)
  if (error instanceof UnreachableError) connection.lost()
  else connection.restored()
  throw error
}

function clientAt(base: string) {
  return createClient<paths>({ baseUrl: base, fetch: request })
}

let cached: { base: string; client: ReturnType<typeof clientAt> } | undefined

export function api() {
  const base = apiUrl('')
  if (cached?.base !== base) cached = { base, client: clientAt(base) }
  return cached.client
}

/** A body that must be there, since `request` throws on every other answer. */
export function body<T>(result: { data?: T }): T {
  if (result.data === undefined) throw new UnreachableError('The answer was empty.')
  return result.data
}
