export type Inline = { kind: 'text'; text: string } | { kind: 'strong'; text: string } | { kind: 'cite'; number: number }
export type Block = { kind: 'paragraph'; inlines: Inline[] } | { kind: 'list'; items: Inline[][] }

const tokens = /\[(\d{1,3}(?:\s*,\s*\d{1,3})*)\]|\*\*([^*\n]+)\*\*/g

/** Text with [1], [2, 3] and **bold**; a number without a citation stays plain text. */
export function parseInlines(text: string, citations: number): Inline[] {
  const inlines: Inline[] = []
  let done = 0
  for (const match of text.matchAll(tokens)) {
    const numbers = match[1]?.split(',').map(Number) ?? []
    if (match[1] && !numbers.every((n) => n >= 1 && n <= citations)) continue
    if (match.index > done) inlines.push({ kind: 'text', text: text.slice(done, match.index) })
    if (match[2]) inlines.push({ kind: 'strong', text: match[2] })
    else inlines.push(...numbers.map((number): Inline => ({ kind: 'cite', number })))
    done = match.index + match[0].length
  }
  if (done < text.length) inlines.push({ kind: 'text', text: text.slice(done) })
  return inlines
}

const bullet = /^\s*(?:[-*•]|\d+[.)])\s+/

/** Paragraphs and lists: all the form that an answer has. */
export function parseAnswer(text: string, citations: number): Block[] {
  const blocks: Block[] = []
  for (const part of text.split(/\n{2,}/)) {
    let lines: string[] = []
    const flush = () => {
      if (lines.length) blocks.push({ kind: 'paragraph', inlines: parseInlines(lines.join('\n'), citations) })
      lines = []
    }
    for (const line of part.split('\n')) {
      if (!bullet.test(line)) {
        if (line.trim()) lines.push(line)
        continue
      }
      flush()
      const item = parseInlines(line.replace(bullet, ''), citations)
      const last = blocks.at(-1)
      if (last?.kind === 'list') last.items.push(item)
      else blocks.push({ kind: 'list', items: [item] })
    }
    flush()
  }
  return blocks
}

/** A paragraph that is nothing but one quotation, as an answer without a language model is made of. */
export function isQuotation(block: Block): boolean {
  if (block.kind !== 'paragraph') return false
  const text = block.inlines.map((part) => (part.kind === 'cite' ? '' : part.text)).join('').trim()
  return /^[“"«].+[”"»]$/su.test(text) && block.inlines.some(({ kind }) => kind === 'cite')
}

const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim()

/** The quotes that the answer does not already show in full, with their numbers: nothing is said twice. */
export function quotesToList<T extends { quote: string }>(text: string, citations: readonly T[]): { number: number; citation: T }[] {
  const said = squeeze(text)
  return citations.map((citation, index) => ({ number: index + 1, citation })).filter(({ citation }) => !said.includes(squeeze(citation.quote)))
}

/** For reading aloud: without marks and numbers. */
export const plainAnswer = (text: string) => text.replace(/\s*\[\d{1,3}(?:\s*,\s*\d{1,3})*\]/g, '').replace(/\*\*/g, '')
