import { useDeferredValue, useMemo, useState } from 'react'
import { findInCues, fold, type Cue } from '@/lib/cues'

/** Finds words in the cues; `reveal` shows a cue. The first match at or after the one shown stays current while typing. */
export function useTranscriptSearch(cues: readonly Cue[], reveal: (index: number) => void) {
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const query = useDeferredValue(typed)
  const folded = useMemo(() => cues.map(([, , text]) => fold(text)), [cues])
  const matches = useMemo(() => findInCues(folded, query), [folded, query])
  const position = Math.min(at, Math.max(matches.length - 1, 0))

  const step = (by: 1 | -1) => {
    if (!matches.length) return
    const next = (position + by + matches.length) % matches.length
    setAt(next)
    const index = matches[next]
    if (index !== undefined) reveal(index)
  }

  return {
    typed,
    query: query.trim(),
    matches,
    position,
    current: query.trim() ? matches[position] : undefined,
    type: (text: string) => {
      setTyped(text)
      setAt(0)
      const first = findInCues(folded, text)[0]
      if (first !== undefined) reveal(first)
    },
    next: () => { step(1) },
    previous: () => { step(-1) },
    clear: () => { setTyped('') },
  }
}

export type TranscriptSearch = ReturnType<typeof useTranscriptSearch>
