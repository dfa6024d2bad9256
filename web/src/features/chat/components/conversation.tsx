import { useQuery } from '@tanstack/react-query'
import { useRef, type ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { isMissing } from '@/lib/api/errors'
import { messageOf } from '@/lib/api/message-of'
import type { Citation, Session } from '@/lib/api/types'
import { s } from '@/strings'
import { messagesQuery, type History } from '../queries'
import { useConversation } from '../use-conversation'
import { Composer } from './composer'
import { ConversationStart } from './conversation-start'
import { MessageList } from './message-list'
import { MessageSkeletons } from './message-skeletons'
import { ServedNote } from './served-note'

export interface ConversationProps {
  sessionId: number | null
  videoId: number | null
  /** Questions offered while nothing has been asked. */
  suggestions: readonly string[]
  /** Why nothing can be asked (any more). */
  closed: string | null
  onSession: (session: Session) => void
  onCite: (citation: Citation) => void
  header?: ReactNode
}

const none: History = { messages: [], served: null }

export function Conversation({ sessionId, videoId, suggestions, closed, onSession, onCite, header }: ConversationProps) {
  const { data, error, refetch } = useQuery({
    ...messagesQuery(sessionId ?? 0),
    enabled: sessionId !== null,
  })
  const { scope, asking, send, stop } = useConversation({ sessionId, videoId }, onSession)
  const box = useRef<HTMLTextAreaElement>(null)
  // the button that was pressed goes away: the keyboard goes on where the next question is typed
  const askSuggestion = (question: string) => {
    box.current?.focus({ preventScroll: true })
    send(question)
  }
  const history = sessionId === null ? none : data
  const isEmpty = history?.messages.length === 0 && (!asking || asking.phase === 'failed')

  return (
    <div className="flex h-full min-h-0 flex-col">
      {header}
      {/* reversed, so that it opens at the newest message and stays there while one grows, without any script */}
      <div className="flex min-h-0 flex-1 flex-col-reverse overflow-x-hidden overflow-y-auto overscroll-contain" tabIndex={-1}>
        <div className="mx-auto mb-auto w-full max-w-3xl px-5 py-6">
          {history ? (
            isEmpty ? (
              <ConversationStart hasVideo={videoId !== null} suggestions={closed ? [] : suggestions} onAsk={askSuggestion} />
            ) : (
              <MessageList
                key={scope}
                history={history}
                asking={asking}
                onCite={onCite}
                onAskAgain={closed ? null : send}
                onRefresh={() => void refetch()}
              />
            )
          ) : error ? (
            <Notice
              title={isMissing(error) ? s.chat.gone : s.chat.loadFailed}
              actions={isMissing(error) ? null : <Button look="outline" onClick={() => void refetch()}>{s.retry}</Button>}
            >
              {messageOf(error)}
            </Notice>
          ) : (
            <MessageSkeletons />
          )}
        </div>
      </div>
      <footer className="px-3 pb-[max(0.5rem,env(safe-area-inset-bottom))] md:px-4">
        <Composer box={box} scope={scope} history={history} asking={asking} closed={closed} onSend={send} onStop={stop} />
        <ServedNote served={history?.served ?? null} />
      </footer>
    </div>
  )
}
