import { queryOptions, skipToken } from '@tanstack/react-query'
import { api, body } from '@/lib/api/client'
import type { Message } from '@/lib/api/types'
import type { Asking } from './asking'

/** A conversation is known by its session, or by its video until the first question makes a session. */
export type Scope = `session-${number}` | `video-${number}`

export interface Served {
  source: string
  ms: number
}

export interface History {
  messages: Message[]
  /** Where the history came from and how long it took; null when it was put together here. */
  served: Served | null
}

export const chatKeys = {
  sessions: ['chat', 'sessions'] as const,
  messages: (sessionId: number) => ['chat', 'messages', sessionId] as const,
  asking: (scope: Scope) => ['chat', 'asking', scope] as const,
}

export const sessionsQuery = () =>
  queryOptions({
    queryKey: chatKeys.sessions,
    queryFn: async ({ signal }) => body(await api().GET('/chat/sessions', { signal })),
  })

export const messagesQuery = (sessionId: number) =>
  queryOptions({
    queryKey: chatKeys.messages(sessionId),
    queryFn: async ({ signal }): Promise<History> => {
      const started = performance.now()
      const result = await api().GET('/chat/{session_id}/messages', { params: { path: { session_id: sessionId } }, signal })
      const source = result.response.headers.get('x-cache')
      const ms = performance.now() - started
      return { messages: body(result), served: source ? { source, ms } : null }
    },
  })

/** What is being asked right now: written by `ask`, read by the conversation. */
export const askingQuery = (scope: Scope) =>
  queryOptions<Asking | null>({
    queryKey: chatKeys.asking(scope),
    queryFn: skipToken,
    staleTime: Infinity,
    gcTime: Infinity,
  })
