import type { Video } from '@/lib/api/types'
import { stored } from '@/lib/storage'
import { useAddLink } from '../mutations'
import { addDraftKey } from '../use-add'
import { useJobOf } from '../use-job-of'
import { ExtractionFailure } from './extraction-failure'
import { ExtractionProgress } from './extraction-progress'
import { VideoHeading } from './video-heading'

/** A video without a transcript: on its way, or why not. */
export function UnreadyVideo({ video, onUpload }: { video: Video; onUpload: () => void }) {
  const job = useJobOf(video.video_id)
  const link = useAddLink()
  const url = video.url ?? video.title
  const retry = () => {
    link.mutate({ url, onAccepted: () => undefined })
  }
  const upload = () => {
    stored.set(addDraftKey, url)
    onUpload()
  }
  return (
    <div className="h-full overflow-y-auto">
      <VideoHeading video={video} />
      <div className="mx-auto max-w-3xl px-5 py-3 md:px-8">
        {video.status === 'failed' && !link.isPending ? (
          <ExtractionFailure outcome={video.outcome} detail={video.outcome_detail} onRetry={retry} onUpload={upload} />
        ) : (
          <ExtractionProgress job={job} url={url} />
        )}
      </div>
    </div>
  )
}
