import { useCallback, useLayoutEffect, useReducer, useRef, useState, type RefObject } from 'react'
import { RowModel } from './row-model'

interface Options {
  box: RefObject<HTMLElement | null>
  count: number
  estimate: (index: number) => number
  paddingStart: number
  paddingEnd: number
}

type Align = 'center' | 'nearest'

const sparePixels = 500
const takeovers = ['wheel', 'touchstart', 'pointerdown'] as const

/**
 * Draws only the rows in sight. Heights are measured as rows appear: what is on screen stays where it is when rows above it
 * turn out otherwise, and a row that is scrolled to is followed until its place is certain or the person takes over.
 * The number of rows is fixed for the life of the component.
 */
export function useVirtualRows({ box, count, estimate, paddingStart, paddingEnd }: Options) {
  const [model] = useState(() => new RowModel(count, estimate, paddingStart))
  const [view, setView] = useState({ top: 0, height: 0 })
  const [, redraw] = useReducer((n: number) => n + 1, 0)
  const aim = useRef<{ index: number; align: Align } | null>(null)
  const shift = useRef(0)
  const changed = useRef(false)
  const observer = useRef<ResizeObserver | null>(null)

  const note = useCallback(
    (row: HTMLElement) => {
      const index = Number(row.dataset.index)
      const delta = model.resize(index, row.offsetHeight)
      if (!delta) return
      changed.current = true
      if (model.start(index) < (box.current?.scrollTop ?? 0)) shift.current += delta
    },
    [model, box],
  )

  const measure = useCallback(
    (row: HTMLElement | null) => {
      if (!row) return
      note(row)
      observer.current ??= new ResizeObserver((entries) => {
        for (const { target } of entries) if (target.isConnected) note(target as HTMLElement)
        if (changed.current) redraw()
      })
      observer.current.observe(row)
      return () => observer.current?.unobserve(row)
    },
    [note],
  )

  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const look = () => { setView({ top: element.scrollTop, height: element.clientHeight }) }
    const takeOver = () => { aim.current = null }
    look()
    const resized = new ResizeObserver(look)
    resized.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    for (const event of takeovers) element.addEventListener(event, takeOver, { passive: true })
    return () => {
      resized.disconnect()
      element.removeEventListener('scroll', look)
      for (const event of takeovers) element.removeEventListener(event, takeOver)
    }
  }, [box])

  const scroll = (element: HTMLElement, top: number) => {
    element.scrollTo({ top, behavior: 'instant' })
    setView({ top: element.scrollTop, height: element.clientHeight })
  }

  // after each drawing, before the paint: put right what the measuring has moved
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const target = aim.current
    if (target && element.clientHeight > 0) {
      const top = topFor(model, target, element, model.start(count) + paddingEnd)
      if (Math.abs(top - element.scrollTop) > 1) scroll(element, top)
      else if (model.isSeen(target.index)) aim.current = null
    } else if (shift.current) {
      scroll(element, element.scrollTop + shift.current)
    }
    shift.current = 0
    if (!changed.current) return
    changed.current = false
    redraw()
  })

  const { first, last } = model.range(view.top, view.height, sparePixels)
  return {
    totalSize: model.start(count) + paddingEnd,
    items: view.height ? Array.from({ length: last - first + 1 }, (_, n) => ({ index: first + n, start: model.start(first + n) })) : [],
    measure,
    scrollTo: (index: number, align: Align) => {
      aim.current = { index, align }
      redraw()
    },
  }
}

/** Where to scroll so that a row is in the middle, or just in sight. */
function topFor(model: RowModel, { index, align }: { index: number; align: Align }, element: HTMLElement, total: number): number {
  const { clientHeight, scrollTop } = element
  const start = model.start(index)
  const end = start + model.size(index)
  const margin = 24
  const highest = end + margin - clientHeight
  const lowest = Math.max(start - margin, 0)
  // a row higher than the box shows its beginning
  const nearest = highest > lowest ? lowest : Math.max(highest, Math.min(scrollTop, lowest))
  const wanted = align === 'center' ? (start + end - clientHeight) / 2 : nearest
  return Math.round(Math.max(0, Math.min(wanted, total - clientHeight)))
}
