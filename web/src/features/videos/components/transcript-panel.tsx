import { useQuery } from '@tanstack/react-query'
import { useMemo, useRef, useState, type RefObject } from 'react'
import { Button } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { Notice } from '@/components/ui/notice'
import { messageOf } from '@/lib/api/message-of'
import type { Video } from '@/lib/api/types'
import { cueRange } from '@/lib/cues'
import { s } from '@/strings'
import { transcriptQuery, type TranscriptData } from '../queries'
import { chapterStarts } from '../titles'
import { useTranscriptSearch } from '../use-transcript-search'
import { CueList, type CueListHandle } from './cue-list'
import { CueSkeletons } from './cue-skeletons'
import { MarkBar } from './mark-bar'
import { TranscriptToolbar } from './transcript-toolbar'
import { VideoHeading } from './video-heading'

/** A span of the video that the address points at. `key` is new each time it is pointed at. */
export interface Mark {
  startMs: number
  endMs: number | null
  key: string
  /** Whether the keyboard should follow to it. */
  takesFocus: boolean
}

export interface TranscriptProps {
  video: Video
  mark: Mark | null
  searchBox: RefObject<HTMLInputElement | null>
  onMark: (startMs: number, endMs: number | null) => void
  onClearMark: () => void
  onLeave: () => void
}

export function TranscriptPanel(props: TranscriptProps) {
  const { video } = props
  const [trackId, setTrackId] = useState<number | null>(null)
  const { data, error, refetch } = useQuery(transcriptQuery(video.video_id, trackId))
  const shown = trackId ?? data?.trackId ?? null

  return (
    <div className="flex h-full min-h-0 flex-col">
      <VideoHeading video={video} />
      {data ? (
        <Loaded key={data.trackId} {...props} data={data} shownTrack={shown} onTrack={setTrackId} />
      ) : error ? (
        <div className="p-5">
          <Notice title={s.video.loadFailed} actions={<Button look="outline" onClick={() => void refetch()}>{s.retry}</Button>}>
            {messageOf(error)}
          </Notice>
        </div>
      ) : (
        <CueSkeletons />
      )}
    </div>
  )
}

interface LoadedProps extends TranscriptProps {
  data: TranscriptData
  shownTrack: number | null
  onTrack: (trackId: number) => void
}

function Loaded({ video, mark, searchBox, onMark, onClearMark, onLeave, data, shownTrack, onTrack }: LoadedProps) {
  const { cues } = data
  const list = useRef<CueListHandle>(null)
  const chapters = useMemo(() => chapterStarts(video.chapters, cues), [video.chapters, cues])
  const range = useMemo(() => (mark ? cueRange(cues, mark.startMs, mark.endMs) : null), [cues, mark])
  const search = useTranscriptSearch(cues, (index) => list.current?.reveal(index))

  return (
    <>
      <TranscriptToolbar
        video={video}
        shownTrack={shownTrack}
        search={search}
        searchBox={searchBox}
        onTrack={onTrack}
        onChapter={(chapter) => { onMark(chapter.start_ms, null) }}
        onLeaveSearch={() => list.current?.focus()}
      />
      {cues.length ? (
        <div className="relative min-h-0 flex-1">
          <CueList
            handle={list}
            cues={cues}
            language={data.language}
            label={s.video.transcriptOf(video.title)}
            chapters={chapters}
            range={range}
            mark={mark}
            search={search}
            onMark={onMark}
            onLeave={onLeave}
          />
          {mark && range ? <MarkBar video={video} startMs={mark.startMs} onClear={onClearMark} /> : null}
        </div>
      ) : (
        <Empty title={s.video.noCues}>{s.video.noCuesHint}</Empty>
      )}
    </>
  )
}
