/** start_ms, end_ms, text */
export type Cue = readonly [number, number, string]

export interface CueRange {
  first: number
  last: number
}

/** The last cue that starts at or before `ms`, or -1. Cues are sorted by start. */
export function cueAt(cues: readonly Cue[], ms: number): number {
  let low = 0
  let high = cues.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((cues[middle]?.[0] ?? Infinity) <= ms) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** The cues that a span of time was said in. A time before the first cue means the first cue. */
export function cueRange(cues: readonly Cue[], startMs: number, endMs: number | null): CueRange | null {
  if (!cues.length) return null
  const first = Math.max(0, cueAt(cues, startMs))
  const last = endMs === null ? first : Math.max(first, cueAt(cues, endMs - 1))
  return { first, last }
}

/** Folds case and accents so that "Éclair" is found by "eclair". */
export const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Indexes of the cues that hold the words. */
export function findInCues(folded: readonly string[], query: string): number[] {
  const wanted = fold(query.trim())
  if (!wanted) return []
  return folded.flatMap((text, index) => (text.includes(wanted) ? [index] : []))
}

export interface Piece {
  text: string
  hit: boolean
}

/** Cuts a text at the places where the query stands, for marking them. */
export function splitByQuery(text: string, query: string): Piece[] {
  const wanted = fold(query.trim())
  if (!wanted) return [{ text, hit: false }]
  const { folded, origin } = foldWithOrigin(text)
  const pieces: Piece[] = []
  let done = 0
  for (let at = folded.indexOf(wanted); at !== -1; at = folded.indexOf(wanted, at + wanted.length)) {
    const from = origin[at] ?? text.length
    const to = origin[at + wanted.length] ?? text.length
    if (from < done) continue
    if (from > done) pieces.push({ text: text.slice(done, from), hit: false })
    pieces.push({ text: text.slice(from, to), hit: true })
    done = to
  }
  if (done < text.length) pieces.push({ text: text.slice(done), hit: false })
  return pieces
}

/** Folding changes lengths ("é" is two code points apart from its accent), so each folded unit remembers where it came from. */
function foldWithOrigin(text: string) {
  let folded = ''
  const origin: number[] = []
  let index = 0
  for (const char of text) {
    const part = fold(char)
    origin.push(...Array<number>(part.length).fill(index))
    folded += part
    index += char.length
  }
  return { folded, origin }
}
