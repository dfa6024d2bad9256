import { useCallback, useSyncExternalStore } from 'react'

export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const list = window.matchMedia(query)
      list.addEventListener('change', listener)
      return () => { list.removeEventListener('change', listener) }
    },
    [query],
  )
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches)
}

/** One panel at a time, with tabs. Keep in step with the `md` breakpoint. */
export const useNarrow = () => useMedia('(max-width: 767.98px)')
