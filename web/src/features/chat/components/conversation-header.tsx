import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { buttonClass } from '@/components/ui/button'
import { ChatIcon, NewChatIcon } from '@/components/ui/icons'
import { Menu, MenuItem } from '@/components/ui/menu'
import { Tip } from '@/components/ui/tip'
import { ago } from '@/lib/time'
import { s } from '@/strings'
import { sessionsQuery } from '../queries'

interface Props {
  videoId: number | null
  sessionId: number | null
}

export function ConversationHeader({ videoId, sessionId }: Props) {
  const navigate = useNavigate()
  const { data: sessions = [] } = useQuery(sessionsQuery())
  const session = sessions.find((one) => one.session_id === sessionId)
  const siblings = videoId === null ? [] : sessions.filter((one) => one.video_id === videoId)
  const title = session?.title ?? s.untitledChat

  return (
    <header className="flex h-14 shrink-0 items-center gap-1 border-b border-line ps-5 pe-2.5">
      <h2 className="min-w-0 flex-1 truncate font-bold tracking-tight" dir="auto">{title}</h2>
      {siblings.length > 1 || (siblings.length === 1 && sessionId === null) ? (
        <Menu
          label={s.chat.chatsOfVideoLabel}
          className="w-80 max-w-[88vw]"
          trigger={
            <button type="button" className={buttonClass('quiet', 'px-2.5! whitespace-nowrap')}>
              <ChatIcon />
              {s.chat.chatsOfVideo(siblings.length)}
            </button>
          }
        >
          {siblings.map((one) => (
            <MenuItem
              key={one.session_id}
              onSelect={() => void navigate({ to: '/watch/$videoId', params: { videoId: videoId ?? 0 }, search: { chat: one.session_id } })}
            >
              <span className="min-w-0 flex-1 truncate" dir="auto">{one.title || s.untitledChat}</span>
              <span className="shrink-0 text-xs text-ink-3">{ago(one.updated_at)}</span>
            </MenuItem>
          ))}
        </Menu>
      ) : null}
      {videoId !== null && sessionId !== null ? (
        <Tip text={s.chat.newChatAbout}>
          <Link to="/watch/$videoId" params={{ videoId }} className={buttonClass('quiet', 'px-2.5! whitespace-nowrap')} aria-label={s.chat.newChatAbout}>
            <NewChatIcon />
            {siblings.length > 1 ? <span className="max-sm:hidden">{s.chat.newChat}</span> : s.chat.newChat}
          </Link>
        </Tip>
      ) : null}
    </header>
  )
}
