import { useEffect, useImperativeHandle, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import type { Chapter } from '@/lib/api/types'
import type { Cue, CueRange } from '@/lib/cues'
import { useVirtualRows } from '@/lib/use-virtual-rows'
import { copyLink } from '@/components/ui/copy-link'
import type { TranscriptSearch } from '../use-transcript-search'
import { CueRow } from './cue-row'
import type { Mark } from './transcript-panel'

export interface CueListHandle {
  reveal: (index: number) => void
  focus: () => void
}

interface Props {
  handle: RefObject<CueListHandle | null>
  cues: readonly Cue[]
  language: string | null
  label: string
  chapters: ReadonlyMap<number, Chapter>
  range: CueRange | null
  mark: Mark | null
  search: TranscriptSearch
  onMark: (startMs: number, endMs: number | null) => void
  onLeave: () => void
}

const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -Infinity, End: Infinity }

/** Only what is on screen is in the page, so that 20,000 cues scroll as 20 do. One stop for Tab; arrows move inside. */
export function CueList({ handle, cues, language, label, chapters, range, mark, search, onMark, onLeave }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const [active, setActive] = useState(range?.first ?? 0)
  const rows = useVirtualRows({
    box,
    count: cues.length,
    estimate: (index) => 12 + 27 * Math.ceil((cues[index]?.[2].length ?? 0) / 64 || 1) + (chapters.has(index) ? 52 : 0),
    paddingStart: 12,
    paddingEnd: 96,
  })

  const reveal = (index: number) => {
    setActive(index)
    rows.scrollTo(index, 'center')
  }
  useImperativeHandle(handle, () => ({ reveal, focus: () => box.current?.focus({ preventScroll: true }) }))

  // what the address points at is scrolled to each time it is pointed at, also by the same click twice
  useEffect(() => {
    if (!range || !mark) return
    // eslint-disable-next-line react-hooks/set-state-in-effect -- scrolling is an effect on the page, and the keyboard starts from there
    reveal(range.first)
    if (mark.takesFocus) box.current?.focus({ preventScroll: true })
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the key stands for the pointing
  }, [mark?.key, range?.first])

  const select = (index: number) => {
    const cue = cues[index]
    if (cue) onMark(cue[0], null)
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    const by = steps[event.key]
    if (by !== undefined) {
      event.preventDefault()
      const next = Math.max(0, Math.min(cues.length - 1, active + by))
      setActive(next)
      rows.scrollTo(next, 'nearest')
    } else if (event.key === 'Enter') {
      event.preventDefault()
      const cue = cues[active]
      if (!cue) return
      const url = new URL(window.location.href)
      url.searchParams.set('t', String(cue[0] / 1000))
      url.searchParams.delete('to')
      void copyLink(url.href)
      select(active)
    } else if (event.key === 'Escape') {
      onLeave()
    }
  }

  return (
    <div
      ref={box}
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-activedescendant={`cue-${String(active)}`}
      onKeyDown={onKeyDown}
      className="group/list absolute inset-0 overflow-y-auto overscroll-contain outline-offset-[-3px] [contain:strict] [overflow-anchor:none] focus-visible:outline-2"
    >
      <div role="presentation" className="relative mx-auto max-w-3xl" style={{ height: rows.totalSize }}>
        {rows.items.map(({ index, start }) => {
          const cue = cues[index]
          if (!cue) return null
          const isMarked = range !== null && index >= range.first && index <= range.last
          return (
            <CueRow
              key={isMarked && mark ? `${String(index)} ${mark.key}` : index}
              measure={rows.measure}
              index={index}
              total={cues.length}
              start={start}
              cue={cue}
              language={language}
              chapter={chapters.get(index)?.title ?? null}
              isMarked={isMarked}
              isActive={index === active}
              isCurrentMatch={index === search.current}
              query={search.query}
              onSelect={select}
            />
          )
        })}
      </div>
    </div>
  )
}
