import { useQuery } from '@tanstack/react-query'
import { RowSkeletons, SideNote } from '@/components/ui/side-list'
import { messageOf } from '@/lib/api/message-of'
import { groupByDay } from '@/lib/days'
import { s } from '@/strings'
import { sessionsQuery } from '../queries'
import { ChatRow } from './chat-row'

interface Props {
  openId: number | null
  onDeleted: (sessionId: number) => void
}

export function ChatList({ openId, onDeleted }: Props) {
  const { data: sessions, error } = useQuery(sessionsQuery())
  if (!sessions) return error ? <SideNote title={messageOf(error)} /> : <RowSkeletons />
  if (!sessions.length) return <SideNote title={s.sidebar.noChats}>{s.sidebar.noChatsHint}</SideNote>
  return groupByDay(sessions, (session) => session.updated_at).map(({ day, items }) => (
    <section key={day} aria-label={s.sidebar.days[day]} className="mb-4">
      <h3 className="px-3 pb-1 text-2xs font-bold text-ink-3">{s.sidebar.days[day]}</h3>
      <ul>
        {items.map((session) => (
          <ChatRow key={session.session_id} session={session} current={session.session_id === openId} onDeleted={onDeleted} />
        ))}
      </ul>
    </section>
  ))
}
