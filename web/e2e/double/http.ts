import type { IncomingMessage, ServerResponse } from 'node:http'

export type Next = () => void

export class Refusal extends Error {
  readonly status: number
  readonly code: string
  constructor(status: number, code: string, detail: string) {
    super(detail)
    this.status = status
    this.code = code
  }
}

export const problemOf = ({ status, code, message }: Refusal) => ({
  type: `https://youtube-extractor.invalid/problems/${code}`, title: code.replaceAll('_', ' '), status, detail: message, code, request_id: 'double',
})

export function json(res: ServerResponse, status: number, value: unknown, headers: Record<string, string> = {}) {
  res.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-cache', ...headers })
  res.end(JSON.stringify(value))
}

export function refuse(res: ServerResponse, refusal: Refusal) {
  res.writeHead(refusal.status, { 'Content-Type': 'application/problem+json' })
  res.end(JSON.stringify(problemOf(refusal)))
}

export function eventStream(res: ServerResponse) {
  res.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', Connection: 'keep-alive' })
  return (event: string, data: unknown) => res.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
}

export async function readBody(req: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of req) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

export async function readJson<T>(req: IncomingMessage): Promise<T> {
  return JSON.parse((await readBody(req)).toString('utf8') || '{}') as T
}

/** Node's own Response reads multipart for us. */
export async function readForm(req: IncomingMessage): Promise<FormData> {
  const bytes = await readBody(req)
  return new Response(new Uint8Array(bytes), { headers: { 'Content-Type': req.headers['content-type'] ?? '' } }).formData()
}

export const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
