import { useLayoutEffect, useRef, type RefObject, type TextareaHTMLAttributes } from 'react'
import { cx } from '@/lib/cx'

const growsByItself = typeof CSS !== 'undefined' && CSS.supports('field-sizing', 'content')

interface Props extends TextareaHTMLAttributes<HTMLTextAreaElement> {
  value: string
  boxRef?: RefObject<HTMLTextAreaElement | null>
}

/** A text box as high as its text. CSS does it where it can (`field-sizing`), elsewhere it is measured. */
export function AutoTextarea({ value, className, boxRef, ...props }: Props) {
  const own = useRef<HTMLTextAreaElement>(null)
  const box = boxRef ?? own
  useLayoutEffect(() => {
    const area = box.current
    if (growsByItself || !area) return
    area.style.height = 'auto'
    area.style.height = `${String(area.scrollHeight)}px`
  }, [value, box])
  return (
    <textarea
      ref={box}
      value={value}
      className={cx('field-sizing-content w-full resize-none bg-transparent outline-none', className)}
      {...props}
    />
  )
}
