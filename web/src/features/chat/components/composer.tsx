import { useId, type KeyboardEvent, type RefObject } from 'react'
import { AutoTextarea } from '@/components/ui/auto-textarea'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { SendIcon, StopIcon } from '@/components/ui/icons'
import { Notice } from '@/components/ui/notice'
import { s } from '@/strings'
import { isUnderway, type Asking } from '../asking'
import { unanswered, useDraft } from '../drafts'
import type { History, Scope } from '../queries'

interface Props {
  box: RefObject<HTMLTextAreaElement | null>
  scope: Scope
  history: History | undefined
  asking: Asking | null
  closed: string | null
  onSend: (text: string) => void
  onStop: () => void
}

/** A question that was on its way when the page went, and that the server never stored. */
function lostQuestion(scope: Scope, history: History | undefined, asking: Asking | null): string {
  const lost = unanswered.find(scope)
  if (!lost || !history || asking) return ''
  return history.messages.some((message) => message.message === lost.text) ? '' : lost.text
}

export function Composer({ box, scope, history, asking, closed, onSend, onStop }: Props) {
  const [draft, setDraft] = useDraft(scope)
  const hintId = useId()
  const underway = isUnderway(asking)
  const text = draft || lostQuestion(scope, history, asking)
  const failed = asking?.phase === 'failed' ? asking : null

  if (closed) return <p className="rounded-md border border-dashed border-line-2 px-4 py-3 text-center text-sm text-ink-2">{closed}</p>

  const send = () => {
    if (!underway && text.trim()) onSend(text)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    send()
  }
  const onType = (next: string) => {
    if (!next) unanswered.forget(scope)
    setDraft(next)
  }

  return (
    <>
      {failed ? (
        <Notice className="mb-2" title={s.chat.notSent} actions={text.trim() ? <Button look="outline" onClick={send}>{s.retry}</Button> : null}>
          {failed.detail ?? s.offline}
        </Notice>
      ) : null}
      <form
        onSubmit={(event) => { event.preventDefault(); send() }}
        className="flex items-end gap-2 rounded-lg border border-line-2 bg-raised p-1.5 ps-4 shadow-card transition-colors focus-within:border-spruce focus-within:outline-1 focus-within:outline-spruce"
      >
        <AutoTextarea
          boxRef={box}
          value={text}
          onChange={(event) => { onType(event.target.value) }}
          onKeyDown={onKeyDown}
          aria-label={s.chat.composerLabel}
          aria-describedby={hintId}
          placeholder={s.chat.placeholder}
          rows={1}
          maxLength={4000}
          enterKeyHint="send"
          dir="auto"
          className="max-h-44 self-center py-1.5 text-base"
        />
        {underway ? (
          <IconButton label={s.chat.stop} onClick={onStop} className="rounded-full! border border-line-2 text-ink!"><StopIcon fill="currentColor" /></IconButton>
        ) : (
          <IconButton label={s.chat.send} type="submit" disabled={!text.trim()} className="rounded-full! bg-spruce! text-on-spruce! enabled:hover:bg-spruce-deep! disabled:bg-line! disabled:text-ink-3! disabled:opacity-100!">
            <SendIcon />
          </IconButton>
        )}
      </form>
      <p id={hintId} className="sr-only">{s.chat.hint}</p>
    </>
  )
}
