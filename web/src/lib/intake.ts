export const maxUploadBytes = 20 * 1024 * 1024
export const captionExtensions = ['.vtt', '.srt', '.json3', '.json', '.ttml', '.xml'] as const

export type CaptionFormat = 'WebVTT' | 'SubRip' | 'YouTube JSON' | 'TTML'
export type Intake =
  | { kind: 'empty' }
  | { kind: 'link'; url: string }
  | { kind: 'captions'; format: CaptionFormat }
  | { kind: 'unclear' }

const subRipTime = /^\s*\d{1,3}:\d{2}(:\d{2})?[.,]\d{1,3}\s*-->/m
const linkLike = /^(https?:\/\/\S+|(www\.|m\.|music\.)?(youtube\.com|youtu\.be)\/\S+)$/i

function captionFormat(text: string): CaptionFormat | null {
  if (text.startsWith('WEBVTT')) return 'WebVTT'
  if (text.startsWith('{') && text.includes('"events"')) return 'YouTube JSON'
  if (/^<\?xml|^<(tt|transcript|timedtext)\b/.test(text)) return 'TTML'
  return subRipTime.test(text) ? 'SubRip' : null
}

/** What somebody put into the one box: a link, the text of a caption file, or something we can't place. */
export function detectIntake(input: string): Intake {
  const text = input.replace(/^\uFEFF/, '').trim()
  if (!text) return { kind: 'empty' }
  if (linkLike.test(text)) return { kind: 'link', url: /^https?:/i.test(text) ? text : `https://${text}` }
  const format = captionFormat(text)
  return format ? { kind: 'captions', format } : { kind: 'unclear' }
}

export type FileRefusal = 'too-large' | 'empty' | 'wrong-type'

/** The checks that need no server. */
export function refuseFile(file: { name: string; size: number }): FileRefusal | null {
  const name = file.name.toLowerCase()
  if (!captionExtensions.some((extension) => name.endsWith(extension))) return 'wrong-type'
  if (file.size === 0) return 'empty'
  return file.size > maxUploadBytes ? 'too-large' : null
}
