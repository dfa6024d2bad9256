export interface ServerEvent {
  event: string
  data: string
}

/**
 * An incremental parser of `text/event-stream` (WHATWG HTML 9.2.6), for answers to a POST, which EventSource can't read.
 * Ids and retry times are ignored: such a stream is not resumed by the browser.
 */
export class EventStreamParser {
  private buffer = ''
  private event = ''
  private data: string[] = []
  private afterReturn = false
  private started = false

  push(chunk: string): ServerEvent[] {
    let text = chunk
    if (!this.started && text) {
      this.started = true
      if (text.startsWith('\uFEFF')) text = text.slice(1)
    }
    // CR at the end of one chunk and LF at the start of the next are one line end
    if (this.afterReturn && text.startsWith('\n')) text = text.slice(1)
    if (text) this.afterReturn = text.endsWith('\r')
    this.buffer += text

    const lines = this.buffer.split(/\r\n|\n|\r/)
    this.buffer = lines.pop() ?? ''
    return lines.flatMap((line) => this.line(line) ?? [])
  }

  private line(line: string): ServerEvent | undefined {
    if (line === '') return this.dispatch()
    if (line.startsWith(':')) return undefined
    const colon = line.indexOf(':')
    const field = colon === -1 ? line : line.slice(0, colon)
    const value = colon === -1 ? '' : line.slice(colon + 1).replace(/^ /, '')
    if (field === 'event') this.event = value
    if (field === 'data') this.data.push(value)
    return undefined
  }

  private dispatch(): ServerEvent | undefined {
    const { event, data } = this
    this.event = ''
    this.data = []
    return data.length ? { event: event || 'message', data: data.join('\n') } : undefined
  }
}

/** Reads a streamed answer to its end. A character split over two chunks is put together again. */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<ServerEvent> {
  const parser = new EventStreamParser()
  const decoder = new TextDecoder()
  const reader = body.getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return
      yield* parser.push(decoder.decode(value, { stream: true }))
    }
  } finally {
    reader.releaseLock()
  }
}
