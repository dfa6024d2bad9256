import { memo, useMemo } from 'react'
import type { Citation } from '@/lib/api/types'
import { cx } from '@/lib/cx'
import { s } from '@/strings'
import { isQuotation, parseAnswer, quotesToList, type Inline } from '../answer-text'
import { CitationChip, ComingChip } from './citation-chip'
import { Quotes } from './quotes'

interface Props {
  text: string
  citations: readonly Citation[]
  onCite: (citation: Citation) => void
  /** Only a whole answer has all its citations. */
  state?: 'whole' | 'streaming' | 'stopped'
}

export const Answer = memo(function Answer({ text, citations, onCite, state = 'whole' }: Props) {
  const blocks = useMemo(() => parseAnswer(text, state === 'whole' ? citations.length : Infinity), [text, citations.length, state])
  const quotes = useMemo(() => quotesToList(text, citations), [text, citations])
  const inline = (inlines: readonly Inline[]) => <Inlines inlines={inlines} citations={citations} onCite={onCite} />
  return (
    <article aria-label={s.chat.answer} aria-busy={state === 'streaming'}>
      <div className="space-y-3 text-base break-words">
        {blocks.map((block, index) =>
          block.kind === 'list' ? (
            <ul key={index} className="list-disc space-y-1.5 ps-5 marker:text-spruce">
              {block.items.map((item, at) => <li key={at} dir="auto">{inline(item)}</li>)}
            </ul>
          ) : (
            <p key={index} className={cx('whitespace-pre-line', isQuotation(block) && 'border-s-[3px] border-marker ps-3.5 font-said')} dir="auto">{inline(block.inlines)}</p>
          ),
        )}
      </div>
      {quotes.length && state === 'whole' ? <Quotes quotes={quotes} onCite={onCite} /> : null}
    </article>
  )
})

function Inlines({ inlines, citations, onCite }: { inlines: readonly Inline[]; citations: readonly Citation[]; onCite: (citation: Citation) => void }) {
  return inlines.map((part, index) => {
    if (part.kind === 'text') return part.text
    if (part.kind === 'strong') return <strong key={index}>{part.text}</strong>
    const citation = citations[part.number - 1]
    return citation ? <CitationChip key={index} number={part.number} citation={citation} onCite={onCite} /> : <ComingChip key={index} number={part.number} />
  })
}
