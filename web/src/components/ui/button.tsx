import type { ButtonHTMLAttributes } from 'react'
import { cx } from '@/lib/cx'

type Look = 'primary' | 'quiet' | 'outline' | 'danger'

const looks: Record<Look, string> = {
  primary: 'bg-spruce text-on-spruce hover:bg-spruce-deep disabled:bg-line disabled:text-ink-3',
  quiet: 'text-ink-2 hover:bg-hover hover:text-ink',
  outline: 'border border-line-2 bg-raised text-ink hover:border-spruce hover:text-spruce disabled:text-ink-3 disabled:hover:border-line-2',
  danger: 'bg-danger text-on-danger hover:opacity-90',
}

export const buttonClass = (look: Look, extra?: string) =>
  cx('tap inline-flex items-center justify-center gap-2 rounded-md px-3.5 text-sm font-semibold transition-colors select-none', looks[look], extra)

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: Look
}

export function Button({ look = 'quiet', className, type = 'button', ...props }: Props) {
  return <button type={type} className={buttonClass(look, className)} {...props} />
}
