import { createHash } from 'node:crypto'
import { answer } from './answering.ts'
import { eventStream, json, problemOf, readJson, Refusal, wait } from './http.ts'
import type { Context, Route } from './server.ts'
import type { DoubleState, Message, Session } from './state.ts'

function sessionOf(state: DoubleState, id: number | undefined): Session {
  const found = state.sessions.find((one) => one.session_id === id)
  if (!found) throw new Refusal(404, 'session_not_found', 'There is no such chat.')
  return found
}

/** A read with an ETag; the first one of a list is a miss, the next ones are hits. */
function cachedJson({ req, res, state }: Context, key: number, value: unknown) {
  const etag = `"${createHash('sha1').update(JSON.stringify(value)).digest('hex').slice(0, 16)}"`
  const headers = { ETag: etag, 'X-Cache': state.warm.has(key) ? 'hit' : 'miss' }
  state.warm.add(key)
  if (req.headers['if-none-match'] === etag) {
    res.writeHead(304, headers)
    res.end()
  } else json(res, 200, value, headers)
}

async function createSession({ req, res, state }: Context) {
  const body = await readJson<{ title?: string | null; video_id?: number | null; video_url?: string | null; video_title?: string | null }>(req)
  const video = state.videos.find((one) => one.video_id === body.video_id)
  if (body.video_id && !video) throw new Refusal(404, 'video_not_found', 'There is no such video.')
  const session: Session = {
    session_id: state.nextId(), title: body.title ?? 'New chat', video_id: video?.video_id ?? null, video_url: video?.url ?? body.video_url ?? null,
    video_title: video?.title ?? body.video_title ?? null, created_at: state.now(), updated_at: state.now(), message_count: 0,
  }
  state.sessions.unshift(session)
  json(res, 201, session)
}

function storeQuestion(state: DoubleState, session: Session, question: string, key: string | undefined): Message {
  const known = key === undefined ? undefined : state.askedKeys.get(key)
  if (known) return known
  if (session.message_count === 0) session.title = question.slice(0, 60)
  const stored = state.addMessage(session.session_id, 'user', question)
  if (key) state.askedKeys.set(key, stored)
  return stored
}

async function ask({ req, res, state, params, pace }: Context) {
  const session = sessionOf(state, params[0])
  const { question = '' } = await readJson<{ question?: string }>(req)
  if (!question.trim()) throw new Refusal(422, 'validation', 'The question is empty.')
  const fault = state.askFaults.shift()
  if (fault === 'refuse') throw new Refusal(503, 'unavailable', 'The answering machine rests. Try again in a minute.')

  const key = req.headers['idempotency-key']
  const stored = storeQuestion(state, session, question, typeof key === 'string' ? key : undefined)
  const send = eventStream(res)
  send('question', stored)
  await wait(500 * pace)
  if (fault === 'cut') { req.socket.destroy(); return }
  if (fault === 'error') {
    send('error', problemOf(new Refusal(503, 'answerer_failed', 'The model gave up half way.')))
    res.end()
    return
  }
  const { text, citations } = answer(state, session, question)
  for (const piece of text.split(/(?<= )/)) {
    send('delta', { text: piece })
    if (pace) await wait(28 * pace)
  }
  for (const citation of citations) send('citation', citation)
  send('answer', state.addMessage(session.session_id, 'assistant', text, citations))
  res.end()
}

export const chatRoutes: Route[] = [
  ['GET', /^\/chat\/sessions$/, (context) => { cachedJson(context, 0, context.state.sessions.toSorted((a, b) => b.updated_at.localeCompare(a.updated_at))) }],
  ['POST', /^\/chat\/sessions$/, createSession],
  ['PATCH', /^\/chat\/sessions\/(\d+)$/, async ({ req, res, state, params }) => {
    const session = sessionOf(state, params[0])
    session.title = (await readJson<{ title: string }>(req)).title
    json(res, 200, session)
  }],
  ['DELETE', /^\/chat\/sessions\/(\d+)$/, ({ res, state, params }) => {
    const session = sessionOf(state, params[0])
    state.sessions = state.sessions.filter((one) => one !== session)
    res.writeHead(204).end()
  }],
  ['GET', /^\/chat\/(\d+)\/messages$/, (context) => {
    const session = sessionOf(context.state, context.params[0])
    cachedJson(context, session.session_id, context.state.messages.get(session.session_id) ?? [])
  }],
  ['POST', /^\/chat\/(\d+)\/ask$/, ask],
]
