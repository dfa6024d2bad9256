import { queryOptions } from '@tanstack/react-query'
import { api, body } from '@/lib/api/client'
import { UnreachableError } from '@/lib/api/errors'
import type { Health } from '@/lib/api/types'
import { s } from '@/strings'

const LOOK_AGAIN_MS = 10_000

/** Asked on load and when the window gets the focus; again only while something is away, or the server does not answer. */
export const healthQuery = () =>
  queryOptions({
    queryKey: ['health'] as const,
    queryFn: async ({ signal }) => body(await api().GET('/health', { signal })),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data && state.data.status !== 'ok' ? LOOK_AGAIN_MS : false),
    retry: (_count, error) => error instanceof UnreachableError,
    retryDelay: (attempt) => Math.min(1000 * 2 ** attempt, 15_000),
  })

export interface Verdict {
  tone: 'good' | 'fair' | 'bad' | 'unknown'
  short: string
  sentences: string[]
}

/** The server's health in plain words. */
export function verdictOn(health: Health | undefined, reachable: boolean): Verdict {
  if (!reachable) return { tone: 'bad', short: s.health.short.down, sentences: [s.health.down] }
  if (!health) return { tone: 'unknown', short: s.health.short.checking, sentences: [s.health.checking] }
  if (health.database === 'down') return { tone: 'bad', short: s.health.short.down, sentences: [s.health.databaseDown] }
  const sentences = [
    health.redis === 'down' && s.health.redisDown,
    health.celery === 'down' && s.health.celeryDown,
    !health.cache_enabled && s.health.cacheOff,
  ].filter((sentence) => sentence !== false)
  if (!sentences.length) return { tone: 'good', short: s.health.short.ok, sentences: [s.health.ok] }
  return { tone: 'fair', short: health.celery === 'down' ? s.health.short.waiting : s.health.short.slower, sentences }
}
