import { readEvents } from '@/lib/sse'

/** EventSource over fetch, for jsdom: one connection, no reconnecting. */
export class StreamEventSource extends EventTarget {
  static readonly CONNECTING = 0
  static readonly OPEN = 1
  static readonly CLOSED = 2
  readyState = 0
  private readonly abort = new AbortController()

  constructor(url: string) {
    super()
    void this.run(url)
  }

  close() {
    this.readyState = StreamEventSource.CLOSED
    this.abort.abort()
  }

  private async run(url: string) {
    try {
      const response = await fetch(url, { signal: this.abort.signal })
      if (!response.ok || !response.body) throw new Error(response.statusText)
      this.readyState = StreamEventSource.OPEN
      for await (const { event, data } of readEvents(response.body)) this.dispatchEvent(new MessageEvent(event, { data }))
    } catch {
      if (this.readyState === StreamEventSource.CLOSED) return
      this.readyState = StreamEventSource.CLOSED
      this.dispatchEvent(new Event('error'))
    }
  }
}
