import { Empty } from '@/components/ui/empty'
import { ArrowIcon } from '@/components/ui/icons'
import { s } from '@/strings'

interface Props {
  hasVideo: boolean
  suggestions: readonly string[]
  onAsk: (question: string) => void
}

export function ConversationStart({ hasVideo, suggestions, onAsk }: Props) {
  return (
    <>
      <Empty title={hasVideo ? s.chat.emptyTitle : s.chat.emptyNoVideo}>{hasVideo ? s.chat.emptyText : null}</Empty>
      {suggestions.length ? (
        <ul aria-label={s.chat.suggestions} className="space-y-2">
          {suggestions.map((question) => (
            <li key={question}>
              <button
                type="button"
                onClick={() => { onAsk(question) }}
                className="tap group flex w-full items-center gap-3 rounded-md border border-line-2 bg-raised px-4 py-2.5 text-start font-medium transition-colors hover:border-spruce hover:text-spruce"
              >
                <span className="flex-1 text-pretty">{question}</span>
                <ArrowIcon className="shrink-0 text-ink-3 transition-transform group-hover:translate-x-0.5 group-hover:text-spruce" />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  )
}
