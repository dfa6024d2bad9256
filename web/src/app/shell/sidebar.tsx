import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { buttonClass } from '@/components/ui/button'
import { PlusIcon } from '@/components/ui/icons'
import { Logo } from '@/components/ui/logo'
import { Segmented } from '@/components/ui/segmented'
import { Tip } from '@/components/ui/tip'
import { ChatList } from '@/features/chat/components/chat-list'
import { HealthStatus } from '@/features/health/components/health-status'
import { VideoList } from '@/features/videos/components/video-list'
import { s } from '@/strings'
import { useShell } from './context'
import { ThemeMenu } from './theme-menu'

/** `onLeave` closes the drawer when the sidebar is one. */
export function Sidebar({ onLeave }: { onLeave?: () => void }) {
  const [shown, setShown] = useState<'chats' | 'videos'>('chats')
  const { openAdd } = useShell()
  const navigate = useNavigate()
  const { videoId = null } = useParams({ strict: false })
  const { chat = null } = useSearch({ strict: false })

  const leaveIf = (isOpen: boolean) => {
    if (isOpen) void navigate({ to: '/' })
  }
  return (
    <div className="flex h-full flex-col">
      <div className="flex items-center justify-between gap-2 ps-4 pe-3 pt-4 pb-3">
        <Link to="/" aria-label={s.sidebar.home} className="flex min-w-0 items-center gap-2.5 rounded-sm py-1">
          <Logo />
          <span className="text-sm leading-[1.05rem] font-bold tracking-tight">
            YouTube<br />Extractor
          </span>
        </Link>
        <Tip text={s.sidebar.addHint}>
          <button
            type="button"
            aria-keyshortcuts="n"
            onClick={() => {
              onLeave?.()
              openAdd()
            }}
            className={buttonClass('primary', 'ps-2.5!')}
          >
            <PlusIcon />
            {s.sidebar.add}
          </button>
        </Tip>
      </div>
      <div className="px-3 pb-3">
        <Segmented
          label={s.sidebar.label}
          value={shown}
          onChange={setShown}
          options={[
            { value: 'chats', label: s.sidebar.chats },
            { value: 'videos', label: s.sidebar.videos },
          ]}
        />
      </div>
      <div role="tabpanel" aria-label={s.sidebar[shown]} tabIndex={-1} className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-2 pb-4">
        {shown === 'chats' ? (
          <ChatList openId={chat} onDeleted={(id) => { leaveIf(id === chat) }} />
        ) : (
          <VideoList openId={videoId} onDeleted={(id) => { leaveIf(id === videoId) }} />
        )}
      </div>
      <div className="flex items-center justify-between border-t border-line px-2 pt-1.5 pb-[max(0.375rem,env(safe-area-inset-bottom))]">
        <HealthStatus />
        <ThemeMenu />
      </div>
    </div>
  )
}
