import * as Radix from '@radix-ui/react-dialog'
import type { ReactNode } from 'react'
import { lastFocused } from '@/lib/recent-focus'
import { s } from '@/strings'
import { Button } from './button'
import { IconButton } from './icon-button'
import { CloseIcon } from './icons'

const overlay = 'animate-fade fixed inset-0 z-30 bg-scrim'

/** Dialogs here are opened by keys and by menus too, so there is no trigger to return to. Focus that has moved on by itself is left alone. */
const focus = {
  onOpenAutoFocus: (event: Event) => {
    const first = event.currentTarget instanceof HTMLElement ? event.currentTarget.querySelector<HTMLElement>('[data-first-focus]') : null
    if (!first) return
    event.preventDefault()
    first.focus()
  },
  onCloseAutoFocus: (event: Event) => {
    event.preventDefault()
    if (document.activeElement === null || document.activeElement === document.body) lastFocused()?.focus()
  },
}

interface DialogProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  description: string
  children: ReactNode
}

/** Opens in the middle, on a phone from the bottom. Radix keeps the focus inside and gives it back. */
export function Dialog({ open, onOpenChange, title, description, children }: DialogProps) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={overlay} />
        <Radix.Content {...focus} className="animate-rise fixed inset-x-0 bottom-0 z-30 mx-auto max-h-[92dvh] w-full overflow-y-auto rounded-t-lg border border-line bg-sheet p-5 pb-[max(1.25rem,env(safe-area-inset-bottom))] shadow-float outline-none md:inset-y-0 md:my-auto md:h-fit md:max-w-2xl md:rounded-lg md:p-7">
          <div className="flex items-start gap-3">
            <div className="min-w-0 flex-1">
              <Radix.Title className="text-xl font-bold tracking-tight">{title}</Radix.Title>
              <Radix.Description className="mt-1 text-ink-2">{description}</Radix.Description>
            </div>
            <Radix.Close asChild>
              <IconButton label={s.close} className="-mt-1 -me-2"><CloseIcon /></IconButton>
            </Radix.Close>
          </div>
          <div className="mt-5">{children}</div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

interface ConfirmProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  text: string
  action: string
  error?: string | null
  onConfirm: () => void
}

export function Confirm({ open, onOpenChange, title, text, action, error, onConfirm }: ConfirmProps) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={overlay} />
        <Radix.Content {...focus} role="alertdialog" className="animate-rise fixed inset-x-4 inset-y-0 z-30 m-auto h-fit max-w-md rounded-lg border border-line bg-sheet p-6 shadow-float outline-none">
          <Radix.Title className="text-lg font-bold tracking-tight">{title}</Radix.Title>
          <Radix.Description className="mt-2 break-words text-ink-2">{text}</Radix.Description>
          {error ? <p role="alert" className="mt-3 text-danger">{error}</p> : null}
          <div className="mt-6 flex justify-end gap-2">
            <Radix.Close asChild><Button look="outline">{s.cancel}</Button></Radix.Close>
            <Button look="danger" onClick={onConfirm}>{action}</Button>
          </div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

/** A panel from the left edge, for phones. */
export function Drawer({ open, onOpenChange, title, children }: Omit<DialogProps, 'description'>) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={overlay} />
        <Radix.Content {...focus} aria-describedby={undefined} className="animate-slide fixed inset-y-0 start-0 z-30 w-[min(20rem,86vw)] bg-desk shadow-float outline-none">
          <Radix.Title className="sr-only">{title}</Radix.Title>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
