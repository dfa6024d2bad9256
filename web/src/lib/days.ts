export type DayName = 'today' | 'yesterday' | 'week' | 'month' | 'earlier'

export interface DayGroup<T> {
  day: DayName
  items: T[]
}

const startOfDay = (time: number) => new Date(time).setHours(0, 0, 0, 0)

/** Calendar days between, in local time; rounded because a day may last 23 or 25 hours. */
const daysBetween = (then: number, now: number) => Math.round((startOfDay(now) - startOfDay(then)) / 86_400_000)

function dayOf(iso: string, now: number): DayName {
  const days = daysBetween(Date.parse(iso), now)
  if (days <= 0) return 'today'
  if (days === 1) return 'yesterday'
  if (days < 7) return 'week'
  return days < 30 ? 'month' : 'earlier'
}

/** Groups newest first; keeps the order inside a group; leaves out empty groups. */
export function groupByDay<T>(items: readonly T[], time: (item: T) => string, now = Date.now()): DayGroup<T>[] {
  const order: DayName[] = ['today', 'yesterday', 'week', 'month', 'earlier']
  const groups = new Map<DayName, T[]>(order.map((day) => [day, []]))
  for (const item of items) groups.get(dayOf(time(item), now))?.push(item)
  return [...groups].flatMap(([day, found]) => (found.length ? [{ day, items: found }] : []))
}
