import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { api, body } from '@/lib/api/client'
import type { Video } from '@/lib/api/types'
import { jobQuery, videoKeys, videosQuery } from './queries'

const listKey = videosQuery().queryKey

function remember(client: QueryClient, video: Video) {
  client.setQueryData(videoKeys.detail(video.video_id), video)
  client.setQueryData(listKey, (videos) =>
    videos && [video, ...videos.filter((one) => one.video_id !== video.video_id)],
  )
}

/** Adds a link and follows its extraction to the end: resolves with the finished job. */
export function useAddLink() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async ({ url, onAccepted }: { url: string; onAccepted: (video: Video) => void }) => {
      const { job, video } = body(await api().POST('/videos', { body: { url } }))
      remember(client, video)
      client.setQueryData(videoKeys.jobOf(video.video_id), job)
      client.setQueryData(videoKeys.job(job.job_id), job)
      onAccepted(video)
      return { video, job: await client.query(jobQuery(job.job_id)) }
    },
  })
}

export interface Upload {
  file?: File
  text?: string
  title?: string
  videoUrl?: string
  language?: string
}

function formOf(upload: Upload): FormData {
  const form = new FormData()
  if (upload.file) form.append('file', upload.file, upload.file.name)
  if (upload.text) form.append('text', upload.text)
  if (upload.title) form.append('title', upload.title)
  if (upload.videoUrl) form.append('video_url', upload.videoUrl)
  if (upload.language) form.append('language', upload.language)
  return form
}

export function useUpload() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (upload: Upload) =>
      // the generated type knows a file only as text; a form has to be handed over whole
      body(await api().POST('/videos/upload', { body: {} as never, bodySerializer: () => formOf(upload) })),
    onSuccess: (video) => {
      remember(client, video)
      client.removeQueries({ queryKey: ['videos', 'transcript', video.video_id] })
    },
  })
}

export function useSample() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async () => body(await api().POST('/videos/sample')),
    onSuccess: (video) => { remember(client, video) },
  })
}

export function useDeleteVideo() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (videoId: number) => {
      await api().DELETE('/videos/{video_id}', { params: { path: { video_id: videoId } } })
    },
    onSuccess: async (_nothing, videoId) => {
      client.setQueryData(listKey, (videos) => videos?.filter((one) => one.video_id !== videoId))
      client.removeQueries({ queryKey: videoKeys.detail(videoId) })
      // its chats have lost their video; only the server knows which
      await client.invalidateQueries({ queryKey: ['chat', 'sessions'] })
    },
  })
}
