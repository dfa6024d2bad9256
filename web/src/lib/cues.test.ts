import { describe, expect, it } from 'vitest'
import { cueAt, cueRange, findInCues, fold, splitByQuery, type Cue } from './cues'

const cues: Cue[] = [[1000, 2000, 'one'], [2000, 4000, 'two'], [5000, 6000, 'three'], [6000, 9000, 'four']]

describe('the cue of a time', () => {
  it.each([[999, -1], [1000, 0], [1999, 0], [2000, 1], [4500, 1], [5000, 2], [99_999, 3]])('at %i ms is %i', (ms, index) => {
    expect(cueAt(cues, ms)).toBe(index)
  })

  it('is found among 20,000', () => {
    const many = Array.from({ length: 20_000 }, (_, i): Cue => [i * 100, i * 100 + 100, ''])
    expect(cueAt(many, 1_234_567)).toBe(12_345)
  })
})

describe('the cues of a citation', () => {
  it('are those it was said in, and not the one that begins where it ends', () => {
    expect(cueRange(cues, 1000, 2000)).toEqual({ first: 0, last: 0 })
    expect(cueRange(cues, 1000, 5500)).toEqual({ first: 0, last: 2 })
    expect(cueRange(cues, 2500, 3000)).toEqual({ first: 1, last: 1 })
  })

  it('are one cue when there is only a second', () => {
    expect(cueRange(cues, 6500, null)).toEqual({ first: 3, last: 3 })
    expect(cueRange(cues, 0, null)).toEqual({ first: 0, last: 0 })
  })

  it('take the later of two cues that overlap', () => {
    expect(cueRange([[0, 5000, 'a'], [2000, 6000, 'b']], 2000, 2500)).toEqual({ first: 1, last: 1 })
  })

  it('are none in an empty transcript', () => {
    expect(cueRange([], 0, 1)).toBeNull()
  })
})

describe('searching', () => {
  it('does not mind case and accents', () => {
    expect(findInCues(['Déjà vu', 'DEJA', 'jade'].map(fold), 'déja')).toEqual([0, 1])
    expect(findInCues(['anything'], '  ')).toEqual([])
  })

  it('marks what was found in the text as it stands', () => {
    expect(splitByQuery('Un été, deux étés', 'ete')).toEqual([
      { text: 'Un ', hit: false }, { text: 'été', hit: true }, { text: ', deux ', hit: false }, { text: 'été', hit: true }, { text: 's', hit: false },
    ])
    expect(splitByQuery('🌉 Bridge', 'bridge')).toEqual([{ text: '🌉 ', hit: false }, { text: 'Bridge', hit: true }])
    expect(splitByQuery('e\u0301te\u0301', 'ete').map(({ text }) => text).join('')).toBe('e\u0301te\u0301')
    expect(splitByQuery('nothing', 'x')).toEqual([{ text: 'nothing', hit: false }])
  })
})
