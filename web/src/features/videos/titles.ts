import type { Chapter, Track, Video } from '@/lib/api/types'
import { cueAt, type Cue } from '@/lib/cues'
import { clock } from '@/lib/time'
import { s } from '@/strings'

const languages = new Intl.DisplayNames(['en'], { type: 'language' })

export function languageName(tag: string | null): string | null {
  if (!tag) return null
  try {
    return languages.of(tag) ?? tag
  } catch {
    return tag
  }
}

export const trackName = (track: Track) => track.name || (languageName(track.language) ?? s.video.track)

/** The line under a title: channel, length, or what stands in for them. */
export function videoByline(video: Video): string {
  if (video.status === 'pending') return s.sidebar.pending
  if (video.status === 'failed') return s.sidebar.failed
  const origin = video.source === 'sample' ? s.sidebar.sample : video.source === 'upload' ? s.sidebar.upload : null
  return [video.channel ?? origin, video.duration_ms ? clock(video.duration_ms) : null].filter(Boolean).join(' · ')
}

export const watchUrl = (youtubeId: string, startMs?: number) =>
  `https://www.youtube.com/watch?v=${youtubeId}${startMs === undefined ? '' : `&t=${String(Math.floor(startMs / 1000))}s`}`

/** Which cue each chapter begins at. */
export function chapterStarts(chapters: readonly Chapter[], cues: readonly Cue[]): Map<number, Chapter> {
  const starts = new Map<number, Chapter>()
  for (const chapter of chapters) {
    const at = cueAt(cues, chapter.start_ms)
    // a chapter mark may stand in the pause before its first words
    const index = at >= 0 && (cues[at]?.[1] ?? 0) > chapter.start_ms ? at : at + 1
    if (index < cues.length && !starts.has(index)) starts.set(index, chapter)
  }
  return starts
}
