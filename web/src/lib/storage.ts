import { useSyncExternalStore } from 'react'

const prefix = 'ytx.'
const listeners = new Set<() => void>()
/** Where values live when the browser's storage is blocked or full: as long as the page. */
const memory = new Map<string, string>()

/** localStorage that never throws (it may be blocked or full) and can be watched. Holds only what the person typed or chose. */
export const stored = {
  get(key: string): string | null {
    try {
      return memory.get(key) ?? localStorage.getItem(prefix + key)
    } catch {
      return null
    }
  },
  set(key: string, value: string | null) {
    memory.delete(key)
    try {
      if (value === null || value === '') localStorage.removeItem(prefix + key)
      else localStorage.setItem(prefix + key, value)
    } catch {
      if (value) memory.set(key, value)
    }
    for (const listener of listeners) listener()
  },
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  window.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}

export function useStored(key: string): [string, (value: string | null) => void] {
  const value = useSyncExternalStore(subscribe, () => stored.get(key) ?? '')
  return [value, (next) => { stored.set(key, next) }]
}
