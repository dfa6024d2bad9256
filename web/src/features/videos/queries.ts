import { queryOptions } from '@tanstack/react-query'
import { api, body } from '@/lib/api/client'
import type { Job } from '@/lib/api/types'
import type { Cue } from '@/lib/cues'
import { followJob, isFinished } from './follow-job'

export const videoKeys = {
  all: ['videos'] as const,
  list: ['videos', 'list'] as const,
  detail: (videoId: number) => ['videos', 'detail', videoId] as const,
  transcript: (videoId: number, trackId: number | null) => ['videos', 'transcript', videoId, trackId] as const,
  jobOf: (videoId: number) => ['jobs', 'of-video', videoId] as const,
  job: (jobId: number) => ['jobs', 'progress', jobId] as const,
}

export const videosQuery = () =>
  queryOptions({
    queryKey: videoKeys.list,
    queryFn: async ({ signal }) => body(await api().GET('/videos', { signal })),
  })

export const videoQuery = (videoId: number) =>
  queryOptions({
    queryKey: videoKeys.detail(videoId),
    queryFn: async ({ signal }) =>
      body(await api().GET('/videos/{video_id}', { params: { path: { video_id: videoId } }, signal })),
  })

export interface TranscriptData {
  trackId: number
  language: string | null
  cues: Cue[]
}

/** A stored transcript never changes: a new extraction makes a new track. */
export const transcriptQuery = (videoId: number, trackId: number | null) =>
  queryOptions({
    queryKey: videoKeys.transcript(videoId, trackId),
    staleTime: Infinity,
    queryFn: async ({ signal }): Promise<TranscriptData> => {
      const transcript = body(
        await api().GET('/videos/{video_id}/transcript', {
          params: { path: { video_id: videoId }, query: trackId === null ? {} : { track_id: trackId } },
          signal,
        }),
      )
      // OpenAPI has tuples, its generator widens them
      return { trackId: transcript.track_id, language: transcript.language, cues: transcript.cues as unknown as Cue[] }
    },
  })

/** The newest job of a video: a pending video opened from the list has no other way to its progress. */
export const jobOfVideoQuery = (videoId: number) =>
  queryOptions({
    queryKey: videoKeys.jobOf(videoId),
    queryFn: async ({ signal }) =>
      body(await api().GET('/jobs', { signal })).find((job) => job.video_id === videoId) ?? null,
  })

/** The progress of a job: the query stays "fetching" while events arrive and ends with the job. */
export const jobQuery = (jobId: number) =>
  queryOptions<Job>({
    queryKey: videoKeys.job(jobId),
    retry: false,
    refetchOnWindowFocus: false,
    staleTime: (query) => (isFinished(query.state.data) ? Infinity : 0),
    queryFn: async ({ client, signal }) => {
      const finished = await followJob(jobId, (job) => { client.setQueryData(videoKeys.job(jobId), job) }, signal)
      await Promise.all([
        client.invalidateQueries({ queryKey: videoKeys.list }),
        client.invalidateQueries({ queryKey: videoKeys.detail(finished.video_id) }),
      ])
      return finished
    },
  })
