import type { ReactNode } from 'react'
import { cx } from '@/lib/cx'
import { AlertIcon } from './icons'

/** Something went wrong, said where it happened, with the way out beside it. */
export function Notice({ title, children, actions, className }: { title?: string; children?: ReactNode; actions?: ReactNode; className?: string }) {
  return (
    <div role="alert" className={cx('animate-rise flex gap-3 rounded-md border border-danger-line bg-danger-soft p-3.5 text-sm', className)}>
      <AlertIcon className="mt-0.5 shrink-0 text-danger" />
      <div className="min-w-0 flex-1">
        {title ? <p className="font-semibold text-ink">{title}</p> : null}
        {children ? <div className="break-words text-ink-2">{children}</div> : null}
        {actions ? <div className="mt-3 flex flex-wrap gap-2">{actions}</div> : null}
      </div>
    </div>
  )
}
