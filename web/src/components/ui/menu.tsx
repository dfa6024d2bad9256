import * as Dropdown from '@radix-ui/react-dropdown-menu'
import type { ReactElement, ReactNode } from 'react'
import { cx } from '@/lib/cx'
import { CheckIcon } from './icons'

interface MenuProps {
  trigger: ReactElement
  align?: 'start' | 'end'
  className?: string
  label?: string
  children: ReactNode
}

export function Menu({ trigger, align = 'end', className, label, children }: MenuProps) {
  return (
    <Dropdown.Root modal={false}>
      <Dropdown.Trigger asChild>{trigger}</Dropdown.Trigger>
      <Dropdown.Portal>
        <Dropdown.Content
          align={align}
          sideOffset={6}
          collisionPadding={10}
          className={cx('animate-fade z-40 max-h-[min(26rem,var(--radix-dropdown-menu-content-available-height))] min-w-44 overflow-y-auto rounded-md border border-line bg-raised p-1 shadow-float', className)}
        >
          {label ? <Dropdown.Label className="px-2.5 pt-1.5 pb-1 text-2xs font-semibold text-ink-3">{label}</Dropdown.Label> : null}
          {children}
        </Dropdown.Content>
      </Dropdown.Portal>
    </Dropdown.Root>
  )
}

const itemClass = 'tap flex w-full items-center gap-2.5 rounded-sm px-2.5 py-1.5 text-start text-sm text-ink outline-none data-highlighted:bg-hover data-highlighted:outline-2 data-highlighted:-outline-offset-2 data-highlighted:outline-spruce/50'

export function MenuItem({ onSelect, danger, children }: { onSelect: () => void; danger?: boolean; children: ReactNode }) {
  return (
    <Dropdown.Item onSelect={onSelect} className={cx(itemClass, danger && 'text-danger!')}>
      {children}
    </Dropdown.Item>
  )
}

export function MenuChoice<T extends string>({ value, onChange, choices }: { value: T; onChange: (value: T) => void; choices: { value: T; label: ReactNode }[] }) {
  return (
    <Dropdown.RadioGroup value={value} onValueChange={(next) => { onChange(next as T) }}>
      {choices.map((choice) => (
        <Dropdown.RadioItem key={choice.value} value={choice.value} className={itemClass}>
          <span className="flex size-4.5 shrink-0 items-center text-spruce">
            <Dropdown.ItemIndicator><CheckIcon /></Dropdown.ItemIndicator>
          </span>
          <span className="min-w-0 flex-1">{choice.label}</span>
        </Dropdown.RadioItem>
      ))}
    </Dropdown.RadioGroup>
  )
}
