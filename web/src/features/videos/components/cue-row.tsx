import { memo } from 'react'
import { cx } from '@/lib/cx'
import { splitByQuery, type Cue } from '@/lib/cues'
import { clock, spokenClock } from '@/lib/time'

interface Props {
  measure: (row: HTMLElement | null) => (() => void) | undefined
  index: number
  total: number
  start: number
  cue: Cue
  language: string | null
  chapter: string | null
  isMarked: boolean
  isActive: boolean
  isCurrentMatch: boolean
  query: string
  onSelect: (index: number) => void
}

function isSelectingText() {
  const selection = window.getSelection()
  return selection !== null && !selection.isCollapsed
}

export const CueRow = memo(function CueRow({ measure, index, total, start, cue, language, chapter, isMarked, isActive, isCurrentMatch, query, onSelect }: Props) {
  const [startMs, , text] = cue
  return (
    // the keyboard is served by the list, which has the focus
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      ref={measure}
      data-index={index}
      role="option"
      id={`cue-${String(index)}`}
      aria-selected={isMarked}
      aria-posinset={index + 1}
      aria-setsize={total}
      onClick={() => { if (!isSelectingText()) onSelect(index) }}
      className="absolute inset-x-0 top-0 cursor-pointer px-2 md:px-5"
      style={{ transform: `translateY(${String(start)}px)` }}
    >
      {chapter ? (
        <span className="flex items-center gap-3 px-3 pt-5 pb-2 text-xs font-bold tracking-wide text-ink-2 after:h-px after:flex-1 after:bg-line" dir="auto">{chapter}</span>
      ) : null}
      <span
        className={cx(
          'grid grid-cols-[3.75rem_minmax(0,1fr)] items-baseline gap-x-2 rounded-sm px-3 py-1.5 hover:bg-hover',
          isActive && 'group-focus-visible/list:outline-2 group-focus-visible/list:-outline-offset-2 group-focus-visible/list:outline-spruce',
        )}
      >
        <span>
          <span
            aria-hidden="true"
            className={cx('timecode inline-block rounded-xs text-xs', isMarked ? '-mx-1.5 bg-marker px-1.5 text-on-marker' : 'text-ink-3')}
          >
            {clock(startMs)}
          </span>
          <span className="sr-only">{spokenClock(startMs)}: </span>
        </span>
        <span dir="auto" lang={language ?? undefined} className="font-said text-base break-words">
          <span className={cx(isMarked && 'marked animate-stroke')}>
            {query ? <Matches text={text} query={query} isCurrent={isCurrentMatch} /> : text}
          </span>
        </span>
      </span>
    </div>
  )
})

function Matches({ text, query, isCurrent }: { text: string; query: string; isCurrent: boolean }) {
  return splitByQuery(text, query).map((piece, index) =>
    piece.hit ? (
      <mark key={index} className={cx('rounded-xs', isCurrent ? 'bg-spruce text-on-spruce' : 'bg-spruce-soft')}>{piece.text}</mark>
    ) : (
      piece.text
    ),
  )
}
