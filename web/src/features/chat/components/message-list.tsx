import { Button } from '@/components/ui/button'
import type { Citation } from '@/lib/api/types'
import { s } from '@/strings'
import { plainAnswer } from '../answer-text'
import { isUnderway, type Asking } from '../asking'
import type { History } from '../queries'
import { Answer } from './answer'
import { LooseEnd } from './loose-end'
import { PendingAnswer } from './pending-answer'
import { Question } from './question'

interface Props {
  history: History
  asking: Asking | null
  onCite: (citation: Citation) => void
  onAskAgain: ((question: string) => void) | null
  onRefresh: () => void
}

export function MessageList({ history: { messages }, asking, onCite, onAskAgain, onRefresh }: Props) {
  const last = messages.at(-1)
  const underway = isUnderway(asking) ? asking : null
  const isStored = last?.role === 'user' && last.message === underway?.question
  const openQuestion = last?.role === 'user' && !underway ? last.message : null
  const stopped = asking?.phase === 'stopped' && openQuestion !== null ? asking : null

  return (
    <>
      <ol className="space-y-6" aria-label={s.chat.label}>
        {messages.map((message) => (
          <li key={message.message_id} className="[contain-intrinsic-size:auto_240px] [content-visibility:auto]">
            {message.role === 'user' ? <Question text={message.message} /> : <Answer text={message.message} citations={message.citations} onCite={onCite} />}
          </li>
        ))}
        {underway && !isStored ? <li><Question text={underway.question} /></li> : null}
        {underway ? <li><PendingAnswer asking={underway} onCite={onCite} /></li> : null}
        {stopped ? (
          <li>
            {stopped.text ? <div className="mb-3 opacity-70"><Answer state="stopped" text={stopped.text} citations={stopped.citations} onCite={onCite} /></div> : null}
            <LooseEnd title={s.chat.stopped} actions={<Button look="outline" onClick={onRefresh}>{s.chat.showAnswer}</Button>} />
          </li>
        ) : openQuestion !== null ? (
          <li>
            <LooseEnd
              title={s.chat.unanswered}
              detail={asking?.phase === 'unanswered' ? asking.detail : null}
              actions={onAskAgain ? <Button look="outline" onClick={() => { onAskAgain(openQuestion) }}>{s.chat.askAgain}</Button> : null}
            />
          </li>
        ) : null}
      </ol>
      <p aria-live="polite" className="sr-only">
        {underway ? s.chat.thinking : asking?.phase === 'answered' ? s.chat.answered(plainAnswer(asking.text)) : ''}
      </p>
    </>
  )
}
