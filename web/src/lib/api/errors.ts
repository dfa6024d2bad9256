import type { Problem } from './types'

/** The server said no, in words fit for people (RFC 9457). */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.detail)
    this.problem = problem
  }
  get status() {
    return this.problem.status
  }
}

/** Nothing that speaks for the server answered: it is down, or the network is. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError'
}

export const isMissing = (error: unknown) => error instanceof ApiError && error.status === 404

export function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'detail' in value && typeof value.detail === 'string' && 'code' in value
}

/** A proxy in front of a dead server answers 5xx of its own, never with a problem document. */
const speaksForServer = (response: Response) =>
  response.status < 500 || (response.headers.get('content-type') ?? '').includes('json')

export async function errorFrom(response: Response): Promise<ApiError | UnreachableError> {
  if (!speaksForServer(response)) return new UnreachableError(`HTTP ${String(response.status)}`)
  const body: unknown = await response.json().catch(() => null)
  return new ApiError(
    isProblem(body)
      ? body
      : { type: 'about:blank', title: response.statusText, status: response.status, detail: response.statusText || `HTTP ${String(response.status)}`, code: 'unknown' },
  )
}
