import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { videoQuery } from '@/features/videos/queries'
import { isMissing } from '@/lib/api/errors'
import { messageOf } from '@/lib/api/message-of'
import { s } from '@/strings'
import { TopBar } from '../shell/top-bar'
import { NotFoundView } from './not-found'
import { Workspace } from './workspace'

export function WatchView() {
  const { videoId } = useParams({ from: '/watch/$videoId' })
  const isId = Number.isSafeInteger(videoId) && videoId > 0
  const { data: video, error, refetch } = useQuery({ ...videoQuery(videoId), enabled: isId })

  if (video) return <Workspace key={videoId} video={video} />
  if (!isId || isMissing(error)) return <NotFoundView title={s.video.gone} text={s.video.goneHint} />
  return (
    <div className="flex h-full flex-col">
      <title>{s.title()}</title>
      <TopBar />
      {error ? (
        <div className="p-5 md:p-8">
          <Notice title={s.video.loadFailed} actions={<Button look="outline" onClick={() => void refetch()}>{s.retry}</Button>}>{messageOf(error)}</Notice>
        </div>
      ) : (
        <div aria-hidden="true" className="space-y-3 p-5 md:p-8">
          <div className="skeleton h-7 w-2/5" />
          <div className="skeleton h-4 w-1/4" />
        </div>
      )}
    </div>
  )
}
