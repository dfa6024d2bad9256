/** A search parameter that is a number at least 0, or not there. */
const number = (value: unknown) => {
  const parsed = typeof value === 'string' ? Number.parseFloat(value) : value
  return typeof parsed === 'number' && Number.isFinite(parsed) && parsed >= 0 ? parsed : undefined
}

const whole = (value: unknown) => {
  const parsed = number(value)
  return parsed === undefined ? undefined : Math.floor(parsed)
}

export interface StartSearch {
  chat?: number
}

export interface WatchSearch extends StartSearch {
  /** seconds, as in a YouTube link; a fraction points at a cue exactly */
  t?: number
  /** seconds, where a marked passage ends */
  to?: number
}

export const readStartSearch = (raw: Record<string, unknown>): StartSearch => {
  const chat = whole(raw.chat)
  return chat === undefined ? {} : { chat }
}

export const readWatchSearch = (raw: Record<string, unknown>): WatchSearch => {
  // people write t=754s
  const [chat, t, to] = [whole(raw.chat), number(raw.t), number(raw.to)]
  return { ...(chat === undefined ? {} : { chat }), ...(t === undefined ? {} : { t }), ...(to === undefined ? {} : { to }) }
}
