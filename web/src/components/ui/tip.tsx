import { cloneElement, useSyncExternalStore, type FocusEvent, type PointerEvent, type ReactElement, type ReactNode } from 'react'

type Side = 'top' | 'bottom'

interface Shown {
  text: ReactNode
  side: Side
  box: DOMRect
}

const delayMs = 350
let shown: Shown | null = null
let timer: ReturnType<typeof setTimeout> | undefined
const listeners = new Set<() => void>()

function show(next: Shown | null, after = 0) {
  clearTimeout(timer)
  timer = setTimeout(() => {
    if (shown === next) return
    shown = next
    for (const listener of listeners) listener()
  }, after)
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

interface TriggerProps {
  onPointerEnter?: (event: PointerEvent<HTMLElement>) => void
  onPointerLeave?: () => void
  onPointerDown?: (event: PointerEvent<HTMLElement>) => void
  onFocus?: (event: FocusEvent<HTMLElement>) => void
  onBlur?: () => void
}

/** A short hint beside a control that has its name already: for the mouse after a moment, for the keyboard at once. */
export function Tip({ text, side = 'bottom', children }: { text: ReactNode; side?: Side; children: ReactElement<TriggerProps> }) {
  const given = children.props
  return cloneElement(children, {
    onPointerEnter: (event) => {
      given.onPointerEnter?.(event)
      if (event.pointerType === 'mouse') show({ text, side, box: event.currentTarget.getBoundingClientRect() }, delayMs)
    },
    onPointerLeave: () => {
      given.onPointerLeave?.()
      show(null)
    },
    onPointerDown: (event) => {
      given.onPointerDown?.(event)
      show(null)
    },
    onFocus: (event) => {
      given.onFocus?.(event)
      if (event.currentTarget.matches(':focus-visible')) show({ text, side, box: event.currentTarget.getBoundingClientRect() })
    },
    onBlur: () => {
      given.onBlur?.()
      show(null)
    },
  })
}

/** The one layer that tips appear in. Decorative for screen readers: controls carry their names. */
export function TipLayer() {
  const tip = useSyncExternalStore(subscribe, () => shown)
  if (!tip) return null
  const { box, side } = tip
  const x = Math.max(8, Math.min(box.left + box.width / 2, window.innerWidth - 8))
  const shift = x < 150 ? '-1.25rem' : x > window.innerWidth - 150 ? 'calc(-100% + 1.25rem)' : '-50%'
  return (
    <div
      aria-hidden="true"
      className="animate-fade pointer-events-none fixed z-50 w-max max-w-72 rounded-sm bg-ink px-2.5 py-1.5 text-xs text-ground shadow-float"
      style={{ left: x, top: side === 'bottom' ? box.bottom + 6 : box.top - 6, translate: `${shift} ${side === 'bottom' ? '0' : '-100%'}` }}
    >
      {tip.text}
    </div>
  )
}
