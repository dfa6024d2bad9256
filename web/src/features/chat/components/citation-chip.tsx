import type { Citation } from '@/lib/api/types'
import { clock, spokenClock } from '@/lib/time'
import { s } from '@/strings'

interface Props {
  number: number
  citation: Citation
  onCite: (citation: Citation) => void
}

/** Where a chip will be, while its citation is still on the way. */
export const ComingChip = ({ number }: { number: number }) => (
  <span className="mx-0.5 inline-block min-w-5 translate-y-[-0.06em] rounded-xs bg-marker-soft px-1 text-center font-sans text-xs leading-5 font-bold text-marker-ink">{number}</span>
)

/** The product's one promise as a control: the second it was said. */
export function CitationChip({ number, citation, onCite }: Props) {
  return (
    <button
      type="button"
      data-start-ms={citation.start_ms}
      aria-label={s.chat.citation(number, spokenClock(citation.start_ms))}
      onClick={() => { onCite(citation) }}
      className="relative mx-0.5 group/chip inline-flex translate-y-[-0.06em] items-center rounded-xs bg-marker-soft align-baseline font-sans text-xs leading-5 text-marker-ink after:absolute after:-inset-x-1 after:-inset-y-2.5 hover:bg-marker hover:text-on-marker"
    >
      <span className="min-w-5 rounded-s-xs bg-marker px-1 text-center font-bold text-on-marker">{number}</span>
      <span className="timecode px-1.5">{clock(citation.start_ms)}</span>
    </button>
  )
}
