import { describe, expect, it } from 'vitest'
import { RowModel } from './row-model'

describe('rows of unlike heights', () => {
  const model = () => new RowModel(5, (index) => (index + 1) * 10, 4)

  it('begin where the ones before end', () => {
    const rows = model()
    expect([0, 1, 2, 3, 4, 5].map((index) => rows.start(index))).toEqual([4, 14, 34, 64, 104, 154])
  })

  it('move when one above turns out higher, and only then', () => {
    const rows = model()
    expect(rows.start(5)).toBe(154)
    expect(rows.resize(1, 50)).toBe(30)
    expect(rows.resize(1, 50)).toBe(0)
    expect([rows.start(1), rows.start(2), rows.start(5)]).toEqual([14, 64, 184])
    expect([rows.isSeen(1), rows.isSeen(2)]).toEqual([true, false])
  })

  it.each([[-10, 0], [0, 0], [13.9, 0], [14, 1], [63, 2], [64, 3], [9999, 4]])('at %d px is row %i', (pixels, index) => {
    expect(model().at(pixels)).toBe(index)
  })

  it('are drawn with some to spare', () => {
    expect(model().range(40, 10, 0)).toEqual({ first: 2, last: 2 })
    expect(model().range(40, 10, 20)).toEqual({ first: 1, last: 3 })
  })
})
