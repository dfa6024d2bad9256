import { useQuery } from '@tanstack/react-query'
import { useJobOf } from '../use-job-of'
import { videosQuery } from '../queries'

/** A browser allows six connections to one host; progress must not take them all. */
const followedAtOnce = 3

function Follow({ videoId }: { videoId: number }) {
  useJobOf(videoId)
  return null
}

/** Follows what is being extracted, wherever the person has gone meanwhile, so that every list is right when it ends. */
export function PendingJobs() {
  const { data: pending } = useQuery({
    ...videosQuery(),
    select: (videos) => videos.filter((video) => video.status === 'pending').map((video) => video.video_id),
  })
  return pending?.slice(0, followedAtOnce).map((videoId) => <Follow key={videoId} videoId={videoId} />)
}
