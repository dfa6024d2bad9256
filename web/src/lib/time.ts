/** 754 s -> "12:34", 3 754 s -> "1:02:34". Fractions are cut, as players do. */
export function clock(ms: number): string {
  const total = Math.max(0, Math.floor(ms / 1000))
  const hours = Math.floor(total / 3600)
  const minutes = Math.floor(total / 60) % 60
  const seconds = String(total % 60).padStart(2, '0')
  return hours > 0 ? `${String(hours)}:${String(minutes).padStart(2, '0')}:${seconds}` : `${String(minutes)}:${seconds}`
}

/** The same for a screen reader: "12 minutes 34 seconds". */
export function spokenClock(ms: number): string {
  const total = Math.max(0, Math.floor(ms / 1000))
  const parts: [number, string][] = [
    [Math.floor(total / 3600), 'hour'],
    [Math.floor(total / 60) % 60, 'minute'],
    [total % 60, 'second'],
  ]
  const spoken = parts.filter(([n]) => n > 0).map(([n, unit]) => `${String(n)} ${unit}${n === 1 ? '' : 's'}`)
  return spoken.join(' ') || '0 seconds'
}

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto', style: 'narrow' })
const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['minute', 60_000],
  ['hour', 3_600_000],
  ['day', 86_400_000],
]

/** "now", "5m ago", "3h ago", "yesterday", and a date after a week. */
export function ago(iso: string, now = Date.now()): string {
  const then = Date.parse(iso)
  const age = Math.max(0, now - then)
  if (age < 60_000) return 'now'
  if (age >= 7 * 86_400_000) return shortDate(iso, now)
  const [unit, size] = units.findLast(([, ms]) => age >= ms) ?? ['minute', 60_000]
  return relative.format(-Math.floor(age / size), unit)
}

export function shortDate(iso: string, now = Date.now()): string {
  const date = new Date(iso)
  const sameYear = date.getFullYear() === new Date(now).getFullYear()
  return date.toLocaleDateString('en', { day: 'numeric', month: 'short', ...(sameYear ? {} : { year: 'numeric' }) })
}
