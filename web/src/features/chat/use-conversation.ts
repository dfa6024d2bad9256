import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Session } from '@/lib/api/types'
import { messageOf } from '@/lib/api/message-of'
import { ask, beginAsking, getAsking, giveBack, isUnderway, setAsking, stopAsking } from './asking'
import { unanswered } from './drafts'
import { createSession } from './mutations'
import { askingQuery, messagesQuery, type Scope } from './queries'

export interface ConversationId {
  sessionId: number | null
  videoId: number | null
}

export const scopeOf = ({ sessionId, videoId }: ConversationId): Scope =>
  sessionId === null ? `video-${videoId ?? 0}` : `session-${sessionId}`

/** One conversation: what is being asked, and the verbs. The first question makes the session. */
export function useConversation(id: ConversationId, onSession: (session: Session) => void) {
  const client = useQueryClient()
  const scope = scopeOf(id)
  const { data: asking = null } = useQuery(askingQuery(scope))

  const send = async (text: string) => {
    const question = text.trim()
    if (!question || isUnderway(getAsking(client, scope))) return
    const begun = beginAsking(client, scope, question)
    if (id.sessionId !== null) return ask(client, id.sessionId, begun)

    let session: Session
    try {
      session = await createSession(client, id.videoId)
    } catch (error) {
      giveBack(client, scope, begun, messageOf(error))
      return
    }
    const own: Scope = `session-${session.session_id}`
    client.setQueryData(messagesQuery(session.session_id).queryKey, { messages: [], served: null })
    setAsking(client, own, begun)
    unanswered.keep(own, { text: question, key: begun.key })
    unanswered.forget(scope)
    setAsking(client, scope, null)
    onSession(session)
    return ask(client, session.session_id, begun)
  }

  return {
    scope,
    asking,
    send: (text: string) => void send(text),
    stop: () => { if (id.sessionId !== null) stopAsking(id.sessionId) },
  }
}
