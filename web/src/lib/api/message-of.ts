import { s } from '@/strings'
import { ApiError, UnreachableError } from './errors'

/** What to show of an error: the server's own sentence when it gave one. */
export function messageOf(error: unknown): string {
  if (error instanceof ApiError) {
    const fields = error.problem.errors?.map(({ message }) => message).join(' ')
    return fields && !error.problem.detail ? fields : error.problem.detail
  }
  return error instanceof UnreachableError ? s.offline : s.server.failed
}
