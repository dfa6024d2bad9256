import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { IconButton } from '@/components/ui/icon-button'
import { MenuIcon, PlusIcon } from '@/components/ui/icons'
import { Logo } from '@/components/ui/logo'
import { s } from '@/strings'
import { useShell } from './context'

/** Where the sidebar has no room of its own: the way to it, the brand or the view's tabs, and "New". */
export function TopBar({ children }: { children?: ReactNode }) {
  const { openSidebar, openAdd } = useShell()
  return (
    <div className="flex h-14 shrink-0 items-center gap-2 border-b border-line bg-desk px-2 xl:hidden">
      <IconButton label={s.sidebar.open} onClick={openSidebar}><MenuIcon width={20} height={20} /></IconButton>
      <div className="flex min-w-0 flex-1 justify-center">
        {children ?? (
          <Link to="/" aria-label={s.sidebar.home} className="tap flex items-center gap-2 rounded-sm px-2">
            <Logo size={24} />
            <span className="font-bold tracking-tight">{s.product}</span>
          </Link>
        )}
      </div>
      <IconButton label={s.sidebar.addHint} onClick={() => { openAdd() }}><PlusIcon width={20} height={20} /></IconButton>
    </div>
  )
}
