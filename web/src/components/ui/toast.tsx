import { useSyncExternalStore } from 'react'

let current: { text: string; id: number } | null = null
let timer: ReturnType<typeof setTimeout> | undefined
const listeners = new Set<() => void>()

function set(next: typeof current) {
  current = next
  for (const listener of listeners) listener()
}

/** Says something short that needs no answer, then goes. */
export function toast(text: string) {
  clearTimeout(timer)
  set({ text, id: (current?.id ?? 0) + 1 })
  timer = setTimeout(() => { set(null) }, 3500)
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function Toaster() {
  const shown = useSyncExternalStore(subscribe, () => current)
  return (
    <div role="status" className="pointer-events-none fixed inset-x-0 bottom-[max(1.25rem,env(safe-area-inset-bottom))] z-50 flex justify-center px-4">
      {shown ? (
        <p key={shown.id} className="animate-rise rounded-full bg-ink px-4 py-2 text-sm font-medium text-ground shadow-float">{shown.text}</p>
      ) : null}
    </div>
  )
}
