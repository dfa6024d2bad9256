import { describe, expect, it } from 'vitest'
import { isQuotation, parseAnswer, parseInlines, plainAnswer, quotesToList } from './answer-text'

describe('the text of an answer', () => {
  it('has its citations where they stand', () => {
    expect(parseInlines('So [1], and [2, 3].', 3)).toEqual([
      { kind: 'text', text: 'So ' }, { kind: 'cite', number: 1 }, { kind: 'text', text: ', and ' }, { kind: 'cite', number: 2 }, { kind: 'cite', number: 3 }, { kind: 'text', text: '.' },
    ])
  })

  it('leaves a number alone that no citation has', () => {
    expect(parseInlines('In [2024] and [0]', 2)).toEqual([{ kind: 'text', text: 'In [2024] and [0]' }])
  })

  it('knows paragraphs, lists and bold', () => {
    expect(parseAnswer('First **thing**\nline\n\n- a [1]\n- b\n\nEnd', 1)).toEqual([
      { kind: 'paragraph', inlines: [{ kind: 'text', text: 'First ' }, { kind: 'strong', text: 'thing' }, { kind: 'text', text: '\nline' }] },
      { kind: 'list', items: [[{ kind: 'text', text: 'a ' }, { kind: 'cite', number: 1 }], [{ kind: 'text', text: 'b' }]] },
      { kind: 'paragraph', inlines: [{ kind: 'text', text: 'End' }] },
    ])
  })

  it('tells a quotation from a paragraph that has one', () => {
    const kinds = (text: string) => parseAnswer(text, 3).map(isQuotation)
    expect(kinds('“The last stone locks it.” [1]\n\nIt says “locks” [2].\n\n“No source”\n\n- “a” [3]')).toEqual([true, false, false, false])
  })

  it('lists only the quotes that it does not show already, under their own numbers', () => {
    const citations = [{ quote: 'the last  stone' }, { quote: 'a wooden frame' }]
    expect(quotesToList('“the last stone” [1] and a frame [2]', citations)).toEqual([{ number: 2, citation: citations[1] }])
    expect(quotesToList('', citations)).toHaveLength(2)
  })

  it('is read aloud without numbers and marks', () => {
    expect(plainAnswer('The **last** stone [1, 2]. Yes [3]')).toBe('The last stone. Yes')
  })
})
