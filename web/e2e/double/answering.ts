import type { Citation, DoubleState, Session } from './state.ts'

const words = (text: string) => new Set((text.toLowerCase().match(/\p{L}{4,}/gu) ?? []).map((word) => word.replace(/(ies|es|s|d|ed|ing)$/, '')))

/** Quotes the cues that share the most words with the question: enough for a page to be built on. */
export function answer(state: DoubleState, session: Session, question: string): { text: string; citations: Citation[] } {
  const video = state.videos.find((one) => one.video_id === session.video_id)
  const track = video?.tracks[0] && state.tracks.get(video.tracks[0].track_id)
  if (!video || !track) return { text: 'There is no transcript to answer from.', citations: [] }
  const asked = words(question)
  const scored = track.cues
    .map((cue, index) => ({ cue, index, score: [...words(cue[2])].filter((word) => asked.has(word)).length }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.index - b.index)
    .slice(0, 3)
    .sort((a, b) => a.index - b.index)
  if (!scored.length) return { text: 'This is not in this video.', citations: [] }
  const citations = scored.map(({ cue }) => ({ video_id: video.video_id, start_ms: cue[0], end_ms: cue[1], quote: cue[2] }))
  const said = scored.map(({ cue }, index) => `${cue[2].replace(/\.$/, '')} [${String(index + 1)}].`)
  return { text: `The video says:\n\n${said.join(' ')}`, citations }
}
