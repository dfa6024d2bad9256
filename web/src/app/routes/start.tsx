import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { sessionsQuery } from '@/features/chat/queries'
import { videosQuery } from '@/features/videos/queries'
import { s } from '@/strings'
import { TopBar } from '../shell/top-bar'
import { FirstStart } from '../welcome/first-start'
import { StartPage } from '../welcome/start-page'
import { ChatWithoutVideo } from './chat-without-video'

export function StartView() {
  const { chat } = useSearch({ from: '/' })
  if (chat !== undefined) return <ChatWithoutVideo sessionId={chat} />
  return <Start />
}

function Start() {
  const navigate = useNavigate()
  const videos = useQuery(videosQuery())
  const sessions = useQuery(sessionsQuery())
  const isKnown = videos.isFetched && sessions.isFetched
  // decided once: the page must not turn over under a link that is just being extracted
  const [isFirst, setFirst] = useState<boolean | null>(null)
  if (isFirst === null && videos.data && sessions.data) setFirst(!videos.data.length && !sessions.data.length)
  const openVideo = (videoId: number) => void navigate({ to: '/watch/$videoId', params: { videoId } })

  return (
    <div className="flex h-full flex-col">
      <title>{s.title()}</title>
      <TopBar />
      <div className="min-h-0 flex-1 overflow-y-auto">
        {isKnown ? (
          isFirst !== false ? <FirstStart onOpen={openVideo} /> : <StartPage videos={videos.data ?? []} onOpen={openVideo} />
        ) : null}
      </div>
    </div>
  )
}
