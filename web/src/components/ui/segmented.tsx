import type { KeyboardEvent } from 'react'
import { cx } from '@/lib/cx'

interface Props<T extends string> {
  label: string
  value: T
  options: { value: T; label: string; controls?: string }[]
  onChange: (value: T) => void
  className?: string
}

/** Tabs: one Tab stop, arrow keys move. */
export function Segmented<T extends string>({ label, value, options, onChange, className }: Props<T>) {
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    if (!by) return
    event.preventDefault()
    const at = options.findIndex((option) => option.value === value)
    const next = options[(at + by + options.length) % options.length]
    if (!next) return
    onChange(next.value)
    event.currentTarget.querySelector<HTMLElement>(`[data-value="${next.value}"]`)?.focus()
  }
  return (
    // eslint-disable-next-line jsx-a11y/interactive-supports-focus -- the focus is on its tabs
    <div role="tablist" aria-label={label} onKeyDown={onKeyDown} className={cx('flex rounded-md bg-hover p-0.5', className)}>
      {options.map((option) => {
        const selected = option.value === value
        return (
          <button
            key={option.value}
            type="button"
            role="tab"
            data-value={option.value}
            aria-selected={selected}
            aria-controls={option.controls}
            tabIndex={selected ? 0 : -1}
            onClick={() => { onChange(option.value) }}
            className={cx('min-h-[calc(var(--tap)-0.25rem)] flex-1 rounded-sm px-3 text-sm font-semibold transition-colors', selected ? 'bg-raised text-ink shadow-card ring-1 ring-line-2/60' : 'text-ink-2 hover:text-ink')}
          >
            {option.label}
          </button>
        )
      })}
    </div>
  )
}
