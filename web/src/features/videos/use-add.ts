import { useState } from 'react'
import { messageOf } from '@/lib/api/message-of'
import type { Video } from '@/lib/api/types'
import { detectIntake, refuseFile, type FileRefusal } from '@/lib/intake'
import { useStored } from '@/lib/storage'
import { s } from '@/strings'
import { useAddLink, useUpload, type Upload } from './mutations'

export const addDraftKey = 'draft.add'
export const emptyDetails = { title: '', videoUrl: '', language: '' }
export type Details = typeof emptyDetails

/** What stands in the box, what it is, and what becomes of it. The text is kept until it has become a video. */
export function useAdd(onOpen: (videoId: number) => void, droppedFile: File | null = null) {
  const [text, setText] = useStored(addDraftKey)
  const [file, setFile] = useState<File | null>(droppedFile)
  const [refusal, setRefusal] = useState<{ kind: FileRefusal; name: string } | null>(null)
  const [unclear, setUnclear] = useState(false)
  const [details, setDetails] = useState<Details>(emptyDetails)
  const [accepted, setAccepted] = useState<Video | null>(null)
  const link = useAddLink()
  const upload = useUpload()
  const intake = detectIntake(text)

  const forgetOutcome = () => {
    setUnclear(false)
    setRefusal(null)
    link.reset()
    upload.reset()
  }
  const finish = (videoId: number) => {
    setText(null)
    setFile(null)
    setDetails(emptyDetails)
    onOpen(videoId)
  }

  const sendCaptions = (source: Pick<Upload, 'file' | 'text'>) => {
    const videoUrl = file && intake.kind === 'link' ? intake.url : details.videoUrl.trim()
    upload.mutate({ ...source, ...details, title: details.title.trim(), videoUrl }, { onSuccess: (video) => { finish(video.video_id) } })
  }

  const submit = () => {
    if (link.isPending || upload.isPending) return
    forgetOutcome()
    if (file) sendCaptions({ file })
    else if (intake.kind === 'captions') sendCaptions({ text })
    else if (intake.kind === 'unclear') setUnclear(true)
    else if (intake.kind === 'link') {
      setAccepted(null)
      link.mutate({ url: intake.url, onAccepted: setAccepted }, { onSuccess: ({ job, video }) => { if (job.state === 'done') finish(video.video_id) } })
    }
  }

  const error = unclear
    ? s.add.unclear
    : refusal
      ? s.add.refused[refusal.kind](refusal.name)
      : link.error
        ? messageOf(link.error)
        : upload.error
          ? messageOf(upload.error)
          : null

  return {
    text,
    file,
    details,
    intake,
    error,
    isUploading: upload.isPending,
    /** The link being worked on, while it is. */
    following: link.isPending ? { url: link.variables.url, videoId: accepted?.video_id ?? null } : null,
    failed: link.data?.job.state === 'failed' ? link.data.job : null,
    setDetails,
    submit,
    setText: (next: string) => {
      forgetOutcome()
      setText(next)
    },
    takeFile: (next: File | null) => {
      forgetOutcome()
      const kind = next && refuseFile(next)
      if (kind) setRefusal({ kind, name: next.name })
      else setFile(next)
    },
  }
}

export type Add = ReturnType<typeof useAdd>
