import type { Cue } from '../../src/lib/cues.ts'

function ms(time: string): number {
  const [seconds = '0', minutes = '0', hours = '0'] = time.trim().replace(',', '.').split(':').reverse()
  return Math.round((Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000)
}

/** WebVTT, SubRip and json3, well enough for a double. */
export function parseCaptions(text: string): Cue[] {
  if (text.trimStart().startsWith('{')) {
    try {
      const { events = [] } = JSON.parse(text) as { events?: { tStartMs: number; dDurationMs?: number; segs?: { utf8: string }[] }[] }
      return events.flatMap((event): Cue[] => (event.segs ? [[event.tStartMs, event.tStartMs + (event.dDurationMs ?? 0), event.segs.map((seg) => seg.utf8).join('').trim()]] : []))
    } catch {
      return []
    }
  }
  const cues: Cue[] = []
  for (const block of text.replace(/\r\n?/g, '\n').split(/\n{2,}/)) {
    const lines = block.split('\n')
    const at = lines.findIndex((line) => line.includes('-->'))
    const [start, end] = lines[at]?.split('-->') ?? []
    if (start && end) cues.push([ms(start), ms(end.trim().split(/\s/)[0] ?? ''), lines.slice(at + 1).join(' ').replace(/<[^>]*>/g, '').trim()])
  }
  return cues
}
