import { useNavigate, useSearch } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { Segmented } from '@/components/ui/segmented'
import { Conversation } from '@/features/chat/components/conversation'
import { ConversationHeader } from '@/features/chat/components/conversation-header'
import { TranscriptPanel } from '@/features/videos/components/transcript-panel'
import { UnreadyVideo } from '@/features/videos/components/unready-video'
import type { Citation, Session, Video } from '@/lib/api/types'
import { cx } from '@/lib/cx'
import { useNarrow } from '@/lib/media'
import { s } from '@/strings'
import { useShell } from '../shell/context'
import { TopBar } from '../shell/top-bar'
import { useHotkeys } from '../shell/use-hotkeys'
import { useMark } from './use-mark'

type Tab = 'transcript' | 'chat'

const closedBecause = { pending: s.chat.waiting, failed: s.chat.noTranscript, ready: null }

/** Transcript and conversation side by side; on a phone one at a time. Here the two features meet. */
export function Workspace({ video }: { video: Video }) {
  const { chat = null, t } = useSearch({ from: '/watch/$videoId' })
  const navigate = useNavigate()
  const shell = useShell()
  const narrow = useNarrow()
  const { mark, cite, point, clear } = useMark(video.video_id)
  const [tab, setTab] = useState<Tab>(chat !== null && t === undefined ? 'chat' : 'transcript')
  const searchBox = useRef<HTMLInputElement>(null)
  const cameFrom = useRef<HTMLElement | null>(null)

  useHotkeys({
    '/': () => {
      setTab('transcript')
      // on a phone the panel is shown by the next render
      requestAnimationFrame(() => searchBox.current?.focus())
    },
  })

  const onCite = (citation: Citation) => {
    cameFrom.current = document.activeElement instanceof HTMLElement ? document.activeElement : null
    setTab('transcript')
    cite(citation)
  }
  const onLeave = () => {
    setTab('chat')
    requestAnimationFrame(() => cameFrom.current?.focus())
  }
  const onSession = (session: Session) =>
    void navigate({ to: '/watch/$videoId', params: { videoId: video.video_id }, search: (now) => ({ ...now, chat: session.session_id }), state: true, replace: true })

  const panel = (name: Tab) => ({
    id: `panel-${name}`,
    role: narrow ? 'tabpanel' : 'region',
    className: cx('min-h-0 min-w-0', narrow && tab !== name && 'hidden'),
  })

  return (
    <div className="flex h-full flex-col">
      <title>{s.title(video.title)}</title>
      <TopBar>
        {narrow ? (
          <Segmented
            label={video.title}
            value={tab}
            onChange={setTab}
            className="w-full max-w-64"
            options={[
              { value: 'transcript', label: s.video.transcript, controls: 'panel-transcript' },
              { value: 'chat', label: s.chat.tab, controls: 'panel-chat' },
            ]}
          />
        ) : null}
      </TopBar>
      <div className="grid min-h-0 flex-1 grid-rows-1 bg-sheet md:grid-cols-[minmax(0,1fr)_minmax(21rem,42%)] xl:grid-cols-[minmax(0,1fr)_28rem] 2xl:grid-cols-[minmax(0,1fr)_36rem]">
        <section {...panel('transcript')} aria-label={s.video.transcript}>
          {video.status === 'ready' ? (
            <TranscriptPanel video={video} mark={mark} searchBox={searchBox} onMark={point} onClearMark={clear} onLeave={onLeave} />
          ) : (
            <UnreadyVideo video={video} onUpload={() => { shell.openAdd() }} />
          )}
        </section>
        <section {...panel('chat')} aria-label={s.chat.label} className={cx(panel('chat').className, 'border-line bg-ground md:border-s')}>
          <Conversation
            sessionId={chat}
            videoId={video.video_id}
            suggestions={video.source === 'sample' ? s.chat.sampleQuestions : []}
            closed={closedBecause[video.status]}
            onSession={onSession}
            onCite={onCite}
            header={<ConversationHeader videoId={video.video_id} sessionId={chat} />}
          />
        </section>
      </div>
    </div>
  )
}
