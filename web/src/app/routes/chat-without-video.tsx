import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { toast } from '@/components/ui/toast'
import { Conversation } from '@/features/chat/components/conversation'
import { ConversationHeader } from '@/features/chat/components/conversation-header'
import { sessionsQuery } from '@/features/chat/queries'
import { videosQuery } from '@/features/videos/queries'
import type { Citation } from '@/lib/api/types'
import { s } from '@/strings'
import { TopBar } from '../shell/top-bar'

/** A chat whose video is gone, or that never had one: its history stays readable. */
export function ChatWithoutVideo({ sessionId }: { sessionId: number }) {
  const navigate = useNavigate()
  const { data: session } = useQuery({ ...sessionsQuery(), select: (sessions) => sessions.find((one) => one.session_id === sessionId) })
  const { data: videos } = useQuery(videosQuery())

  const cite = (citation: Citation) => {
    if (!videos?.some((video) => video.video_id === citation.video_id)) toast(s.video.gone)
    else void navigate({ to: '/watch/$videoId', params: { videoId: citation.video_id }, search: { t: citation.start_ms / 1000, to: citation.end_ms / 1000 } })
  }
  return (
    <div className="flex h-full flex-col">
      <title>{s.title(session?.title ?? s.untitledChat)}</title>
      <TopBar />
      <h1 className="sr-only">{session?.title ?? s.untitledChat}</h1>
      <div className="mx-auto min-h-0 w-full max-w-3xl flex-1">
        <Conversation
          sessionId={sessionId}
          videoId={null}
          suggestions={[]}
          closed={session?.video_id === null ? s.chat.noVideo : null}
          onSession={() => undefined}
          onCite={cite}
          header={<ConversationHeader videoId={null} sessionId={sessionId} />}
        />
      </div>
    </div>
  )
}
