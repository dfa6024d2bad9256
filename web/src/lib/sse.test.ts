import { describe, expect, it } from 'vitest'
import { EventStreamParser, readEvents, type ServerEvent } from './sse'

const parse = (...chunks: string[]) => {
  const parser = new EventStreamParser()
  return chunks.flatMap((chunk) => parser.push(chunk))
}

async function read(bytes: Uint8Array, size: number) {
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.slice(at, at + size))
      controller.close()
    },
  })
  const events: ServerEvent[] = []
  for await (const event of readEvents(stream)) events.push(event)
  return events
}

describe('an event stream', () => {
  it('gives an event at its empty line, not before', () => {
    expect(parse('event: delta\ndata: {"text":"a"}\n')).toEqual([])
    expect(parse('event: delta\ndata: {"text":"a"}\n\n')).toEqual([{ event: 'delta', data: '{"text":"a"}' }])
  })

  it('may be cut at any place', () => {
    const text = 'event: delta\r\ndata: one\r\ndata: two\r\n\r\n: ping\r\n\r\nevent: answer\r\ndata: x\r\n\r\n'
    const whole = parse(text)
    expect(whole).toEqual([{ event: 'delta', data: 'one\ntwo' }, { event: 'answer', data: 'x' }])
    for (let at = 1; at < text.length; at++) expect(parse(text.slice(0, at), text.slice(at)), `cut at ${at}`).toEqual(whole)
    expect(parse(...Array.from(text))).toEqual(whole)
  })

  it('joins several data lines with a line end', () => {
    expect(parse('data: a\ndata:\ndata: c\n\n')).toEqual([{ event: 'message', data: 'a\n\nc' }])
  })

  it('takes away one space after the colon and no more', () => {
    expect(parse('data:  two spaces\n\ndata:none\n\n')).toEqual([{ event: 'message', data: ' two spaces' }, { event: 'message', data: 'none' }])
  })

  it('skips comments, unknown fields and events without data', () => {
    expect(parse(': keep-alive\n\nid: 7\nretry: 100\nevent: nothing\n\nevent: job\ndata: 1\n\n')).toEqual([{ event: 'job', data: '1' }])
  })

  it('takes CR, LF and CRLF as line ends', () => {
    expect(parse('data: a\r\rdata: b\n\ndata: c\r\n\r\n').map(({ data }) => data)).toEqual(['a', 'b', 'c'])
  })

  it('ignores a byte order mark', () => {
    expect(parse('\uFEFFdata: a\n\n')).toEqual([{ event: 'message', data: 'a' }])
  })

  it('puts characters together that were split over two chunks', async () => {
    const bytes = new TextEncoder().encode('event: delta\ndata: שלום 🌉 naïve\n\n')
    for (const size of [1, 2, 3, 5, 64]) expect(await read(bytes, size)).toEqual([{ event: 'delta', data: 'שלום 🌉 naïve' }])
  })

  it('drops an event that the connection cut in two', async () => {
    expect(await read(new TextEncoder().encode('data: whole\n\ndata: half'), 4)).toEqual([{ event: 'message', data: 'whole' }])
  })
})
