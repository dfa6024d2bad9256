import { stored, useStored } from '@/lib/storage'
import type { Scope } from './queries'

/** A question on its way. Kept until its answer is stored, so that neither a crash nor a reload loses what was typed. */
export interface Unanswered {
  text: string
  /** Idempotency key: sending it again never stores a second question. */
  key: string
}

const draftKey = (scope: Scope) => `draft.${scope}`
const askKey = (scope: Scope) => `ask.${scope}`

function parse(text: string | null): Unanswered | null {
  if (!text) return null
  try {
    const value = JSON.parse(text) as Partial<Unanswered>
    return typeof value.text === 'string' && typeof value.key === 'string' ? { text: value.text, key: value.key } : null
  } catch {
    return null
  }
}

export const unanswered = {
  find: (scope: Scope) => parse(stored.get(askKey(scope))),
  keep: (scope: Scope, value: Unanswered) => { stored.set(askKey(scope), JSON.stringify(value)) },
  forget: (scope: Scope) => { stored.set(askKey(scope), null) },
}

export const drafts = {
  get: (scope: Scope) => stored.get(draftKey(scope)) ?? '',
  set: (scope: Scope, text: string) => { stored.set(draftKey(scope), text) },
}

export function useDraft(scope: Scope): [string, (text: string) => void] {
  return useStored(draftKey(scope))
}

/** crypto.randomUUID needs a secure context; a page served over plain HTTP in a local network has none. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
