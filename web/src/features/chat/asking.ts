import type { QueryClient } from '@tanstack/react-query'
import { apiUrl, request } from '@/lib/api/client'
import { ApiError, isProblem, UnreachableError } from '@/lib/api/errors'
import type { Citation, Message } from '@/lib/api/types'
import { readEvents, type ServerEvent } from '@/lib/sse'
import { drafts, newKey, unanswered } from './drafts'
import { chatKeys, messagesQuery, type History, type Scope } from './queries'

export interface Asking {
  question: string
  key: string
  /** `sending` until the question is stored, `answered` for the announcement; the last three are ends without an answer to show. */
  phase: 'sending' | 'streaming' | 'answered' | 'stopped' | 'unanswered' | 'failed'
  text: string
  citations: Citation[]
  detail: string | null
}

export const isUnderway = (asking: Asking | null | undefined) => asking?.phase === 'sending' || asking?.phase === 'streaming'

const controllers = new Map<number, AbortController>()

export function stopAsking(sessionId: number) {
  controllers.get(sessionId)?.abort()
}

type Change = Asking | null | ((now: Asking | null) => Asking | null)

export function setAsking(client: QueryClient, scope: Scope, change: Change) {
  client.setQueryData<Asking | null>(chatKeys.asking(scope), (now) => (typeof change === 'function' ? change(now ?? null) : change))
}

export const getAsking = (client: QueryClient, scope: Scope) => client.getQueryData<Asking | null>(chatKeys.asking(scope))

export function beginAsking(client: QueryClient, scope: Scope, question: string): Asking {
  const before = unanswered.find(scope)
  const key = before?.text === question ? before.key : newKey()
  const asking: Asking = { question, key, phase: 'sending', text: '', citations: [], detail: null }
  unanswered.keep(scope, { text: question, key })
  drafts.set(scope, '')
  setAsking(client, scope, asking)
  return asking
}

/** Asks, follows the answer and leaves the caches as the server has them. Never throws: how it ended is in the cache. */
export async function ask(client: QueryClient, sessionId: number, asking: Asking): Promise<void> {
  const controller = new AbortController()
  controllers.set(sessionId, controller)
  try {
    await follow(client, sessionId, asking, controller.signal)
  } catch (error) {
    await settle(client, sessionId, asking, error, controller.signal.aborted)
  } finally {
    controllers.delete(sessionId)
    void client.invalidateQueries({ queryKey: chatKeys.sessions })
  }
}

async function follow(client: QueryClient, sessionId: number, asking: Asking, signal: AbortSignal) {
  const scope: Scope = `session-${sessionId}`
  const response = await request(
    new Request(apiUrl(`/chat/${String(sessionId)}/ask`), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'text/event-stream', 'Idempotency-Key': asking.key },
      body: JSON.stringify({ question: asking.question }),
      signal,
    }),
  )
  if (!response.body) throw new UnreachableError('The answer had no body.')
  let question: Message | undefined
  for await (const event of readEvents(response.body)) {
    if (event.event === 'error') throw problemOf(event)
    if (event.event === 'question') question = JSON.parse(event.data) as Message
    if (event.event === 'answer') {
      const answer = JSON.parse(event.data) as Message
      await remember(client, sessionId, question ? [question, answer] : [answer])
      unanswered.forget(scope)
      setAsking(client, scope, { ...asking, phase: 'answered', text: answer.message })
      return
    }
    if (event.event === 'question' && question) await remember(client, sessionId, [question])
    setAsking(client, scope, (now) => now && advance(now, event))
  }
  throw new UnreachableError('The answer broke off.')
}

function problemOf(event: ServerEvent): Error {
  const value: unknown = JSON.parse(event.data)
  return isProblem(value) ? new ApiError(value) : new Error(event.data)
}

function advance(asking: Asking, event: ServerEvent): Asking {
  switch (event.event) {
    case 'question':
      return { ...asking, phase: 'streaming' }
    case 'delta':
      return { ...asking, text: asking.text + (JSON.parse(event.data) as { text: string }).text }
    case 'citation':
      return { ...asking, citations: [...asking.citations, JSON.parse(event.data) as Citation] }
    default:
      return asking
  }
}

/** Adds stored messages to the history; a read that began before them must not overwrite it. */
async function remember(client: QueryClient, sessionId: number, messages: Message[]) {
  const { queryKey } = messagesQuery(sessionId)
  await client.cancelQueries({ queryKey })
  client.setQueryData(queryKey, (history: History | undefined): History => {
    const known = history ?? { messages: [], served: null }
    const fresh = messages.filter((message) => !known.messages.some((old) => old.message_id === message.message_id))
    return { ...known, messages: [...known.messages, ...fresh] }
  })
}

/** After a failure or a stop, the stored history alone says what became of the question. */
async function settle(client: QueryClient, sessionId: number, asking: Asking, error: unknown, stopped: boolean) {
  const scope: Scope = `session-${sessionId}`
  const history = await client
    .query({ ...messagesQuery(sessionId), staleTime: 0, retry: false })
    .catch(() => client.getQueryData(messagesQuery(sessionId).queryKey))
  const last = history?.messages.at(-1)
  const detail = error instanceof ApiError ? error.problem.detail : null

  if (last?.role === 'assistant' && history?.messages.at(-2)?.message === asking.question) {
    unanswered.forget(scope)
    setAsking(client, scope, null)
  } else if (stopped) {
    setAsking(client, scope, (now) => now && { ...now, phase: 'stopped' })
  } else if (last?.role === 'user' && last.message === asking.question) {
    setAsking(client, scope, { ...asking, phase: 'unanswered', detail })
  } else {
    giveBack(client, scope, asking, detail)
  }
}

/** The question was not stored: its text returns to the box. */
export function giveBack(client: QueryClient, scope: Scope, asking: Asking, detail: string | null) {
  const typedSince = drafts.get(scope)
  drafts.set(scope, typedSince ? `${asking.question}\n${typedSince}` : asking.question)
  setAsking(client, scope, { ...asking, phase: 'failed', detail })
}
