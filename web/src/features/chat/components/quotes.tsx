import type { Citation } from '@/lib/api/types'
import { clock, spokenClock } from '@/lib/time'
import { s } from '@/strings'

interface Props {
  quotes: readonly { number: number; citation: Citation }[]
  onCite: (citation: Citation) => void
}

export function Quotes({ quotes, onCite }: Props) {
  return (
    <section aria-label={s.chat.quotes(quotes.length)} className="mt-4">
      <ol className="overflow-hidden rounded-md border border-line bg-sheet">
        {quotes.map(({ number, citation }) => (
          <li key={number} className="border-line not-first:border-t">
            <button
              type="button"
              onClick={() => { onCite(citation) }}
              className="group flex w-full items-baseline gap-3 px-3.5 py-3 text-start transition-colors hover:bg-marker-soft"
            >
              <span className="sr-only">{s.chat.citation(number, spokenClock(citation.start_ms))}: </span>
              <span aria-hidden="true" className="flex shrink-0 items-baseline gap-2 text-xs">
                <span className="w-3 font-bold text-ink-2">{number}</span>
                <span className="timecode min-w-10 rounded-xs bg-marker-soft px-1.5 text-center leading-5 text-marker-ink group-hover:bg-marker group-hover:text-on-marker">{clock(citation.start_ms)}</span>
              </span>
              <q className="min-w-0 flex-1 font-said text-sm break-words text-ink-2 quotes-none group-hover:text-ink" dir="auto">{citation.quote}</q>
            </button>
          </li>
        ))}
      </ol>
    </section>
  )
}
