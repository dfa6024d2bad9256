import { s } from '@/strings'
import type { Served } from '../queries'

/** How this history came: the product's quiet pride. Its line is kept free, so that nothing moves. */
export function ServedNote({ served }: { served: Served | null }) {
  const source = served && s.chat.served[served.source]
  return (
    <p className="flex h-6 items-end justify-between gap-3 px-2 text-2xs whitespace-nowrap text-ink-3">
      <span className="min-w-0 truncate max-sm:hidden" aria-hidden="true">{s.chat.hint}</span>
      {served && source ? (
        <span className="timecode ms-auto flex shrink-0 items-center gap-1.5 font-medium!" title={s.chat.servedTitle} data-testid="served">
          <span className={`size-1.5 rounded-full ${served.source === 'hit' ? 'bg-spruce' : 'bg-line-2'}`} />
          {s.chat.servedIn(source, served.ms)}
        </span>
      ) : null}
    </p>
  )
}
