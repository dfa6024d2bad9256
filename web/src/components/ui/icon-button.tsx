import type { ButtonHTMLAttributes } from 'react'
import { cx } from '@/lib/cx'
import { Tip } from './tip'

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  label: string
  /** What the tooltip says, when it says more than the label. */
  hint?: string
}

/** A button that shows only an icon: its name is for screen readers and the tooltip. */
export function IconButton({ label, hint, className, children, ...props }: Props) {
  return (
    <Tip text={hint ?? label}>
      <button
        type="button"
        aria-label={label}
        className={cx('tap inline-flex shrink-0 items-center justify-center rounded-md text-ink-2 transition-colors hover:bg-hover hover:text-ink disabled:opacity-40', className)}
        {...props}
      >
        {children}
      </button>
    </Tip>
  )
}
