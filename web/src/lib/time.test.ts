import { describe, expect, it } from 'vitest'
import { ago, clock, spokenClock } from './time'

describe('a time in a video', () => {
  it.each([[0, '0:00'], [999, '0:00'], [65_000, '1:05'], [754_900, '12:34'], [3_600_000, '1:00:00'], [36_061_000, '10:01:01'], [-5, '0:00']])('%i ms is %s', (ms, text) => {
    expect(clock(ms)).toBe(text)
  })

  it('is spoken in words', () => {
    expect(spokenClock(0)).toBe('0 seconds')
    expect(spokenClock(61_000)).toBe('1 minute 1 second')
    expect(spokenClock(7_202_000)).toBe('2 hours 2 seconds')
  })
})

describe('how long ago', () => {
  const now = Date.parse('2026-11-24T12:00:00Z')
  it.each([
    ['2026-11-24T11:59:30Z', 'now'],
    ['2026-11-24T12:00:30Z', 'now'],
    ['2026-11-24T11:55:00Z', '5m ago'],
    ['2026-11-24T09:00:00Z', '3h ago'],
    ['2026-11-23T09:00:00Z', 'yesterday'],
  ])('%s is %s', (iso, text) => {
    expect(ago(iso, now)).toBe(text)
  })

  it('is a date after a week, with its year when that is another', () => {
    expect(ago('2026-11-02T12:00:00Z', now)).toBe('Nov 2')
    expect(ago('2025-03-02T12:00:00Z', now)).toBe('Mar 2, 2025')
  })
})
