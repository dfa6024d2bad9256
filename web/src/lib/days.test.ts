import { describe, expect, it } from 'vitest'
import { groupByDay } from './days'

const now = new Date(2026, 10, 24, 9, 0).getTime()
const at = (year: number, month: number, day: number, hour = 12) => new Date(year, month - 1, day, hour).toISOString()
const group = (...times: string[]) => groupByDay(times, (time) => time, now)

describe('grouping by day', () => {
  it('goes by the calendar, not by 24 hours', () => {
    expect(group(at(2026, 11, 24, 0), at(2026, 11, 23, 23)).map(({ day }) => day)).toEqual(['today', 'yesterday'])
  })

  it('keeps the order and leaves out empty groups', () => {
    const [a, b, c, d] = [at(2026, 11, 24, 8), at(2026, 11, 24, 1), at(2026, 11, 20), at(2024, 1, 1)] as const
    expect(group(a, b, c, d)).toEqual([{ day: 'today', items: [a, b] }, { day: 'week', items: [c] }, { day: 'earlier', items: [d] }])
  })

  it('counts a clock that runs ahead as today', () => {
    expect(group(at(2026, 11, 25)).map(({ day }) => day)).toEqual(['today'])
  })

  it('tells a month from what is earlier', () => {
    expect(group(at(2026, 11, 1), at(2026, 10, 1)).map(({ day }) => day)).toEqual(['month', 'earlier'])
  })

  it('has no group without items', () => {
    expect(group()).toEqual([])
  })
})
