import type { ReactNode } from 'react'

/** The rows of the lists in the sidebar, alike for chats and videos. */
export const sideRow = {
  item: 'group/row relative flex items-center rounded-md has-[[aria-current=page]]:bg-sheet has-[[aria-current=page]]:shadow-card hover:bg-hover has-[[aria-current=page]]:hover:bg-sheet',
  link: 'min-w-0 flex-1 rounded-md px-3 py-2 aria-[current=page]:before:absolute aria-[current=page]:before:inset-y-2 aria-[current=page]:before:start-0 aria-[current=page]:before:w-[3px] aria-[current=page]:before:rounded-full aria-[current=page]:before:bg-spruce',
  title: 'block truncate text-sm font-medium leading-5',
  note: 'mt-px block truncate text-xs text-ink-3',
  menu: 'me-0.5 opacity-0 group-hover/row:opacity-100 group-focus-within/row:opacity-100 data-[state=open]:opacity-100 pointer-coarse:opacity-100',
}

export function RowSkeletons() {
  return (
    <div aria-hidden="true" className="space-y-4 px-3 py-2">
      {[68, 84, 55, 76].map((width) => (
        <div key={width}>
          <div className="skeleton h-3.5" style={{ width: `${String(width)}%` }} />
          <div className="skeleton mt-2 h-2.5 w-2/5" />
        </div>
      ))}
    </div>
  )
}

export function SideNote({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="mx-1 rounded-md border border-dashed border-line-2 px-3 py-3.5">
      <p className="text-sm font-semibold">{title}</p>
      {children ? <p className="mt-0.5 text-xs text-ink-2 text-pretty">{children}</p> : null}
    </div>
  )
}
