import { useSyncExternalStore } from 'react'

type State = 'up' | 'down'
let state: State = 'up'
const listeners = new Set<(state: State) => void>()

function set(next: State) {
  if (state === next) return
  state = next
  for (const listener of listeners) listener(state)
}

/** Whether the server answered the last time it was asked anything. */
export const connection = {
  lost: () => { set('down') },
  restored: () => { set('up') },
  get state() {
    return state
  },
  subscribe: (listener: (state: State) => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}

export const useConnection = () => useSyncExternalStore(connection.subscribe, () => state)
