import { useQuery } from '@tanstack/react-query'
import type { Job } from '@/lib/api/types'
import { jobOfVideoQuery, jobQuery } from './queries'

/** The newest job of a video, followed live while it runs. */
export function useJobOf(videoId: number | null): Job | undefined {
  const { data: found } = useQuery({ ...jobOfVideoQuery(videoId ?? 0), enabled: videoId !== null })
  const { data: job } = useQuery({ ...jobQuery(found?.job_id ?? 0), enabled: Boolean(found) })
  return job ?? found ?? undefined
}
