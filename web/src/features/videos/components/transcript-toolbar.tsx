import type { RefObject } from 'react'
import { CaptionsIcon, ListIcon } from '@/components/ui/icons'
import { Menu, MenuChoice, MenuItem } from '@/components/ui/menu'
import { buttonClass } from '@/components/ui/button'
import type { Chapter, Video } from '@/lib/api/types'
import { clock } from '@/lib/time'
import { s } from '@/strings'
import { trackName } from '../titles'
import type { TranscriptSearch as Search } from '../use-transcript-search'
import { TranscriptSearch } from './transcript-search'

interface Props {
  video: Video
  shownTrack: number | null
  search: Search
  searchBox: RefObject<HTMLInputElement | null>
  onTrack: (trackId: number) => void
  onChapter: (chapter: Chapter) => void
  onLeaveSearch: () => void
}

export function TranscriptToolbar({ video, shownTrack, search, searchBox, onTrack, onChapter, onLeaveSearch }: Props) {
  return (
    <div className="border-b border-line">
      <div className="mx-auto flex w-full max-w-3xl items-center gap-1.5 px-3.5 pb-3 md:px-6.5">
      <TranscriptSearch search={search} box={searchBox} onLeave={onLeaveSearch} />
      {video.chapters.length ? <ChapterMenu chapters={video.chapters} onChapter={onChapter} /> : null}
      {video.tracks.length > 1 ? <TrackMenu video={video} shownTrack={shownTrack} onTrack={onTrack} /> : null}
      </div>
    </div>
  )
}

function ChapterMenu({ chapters, onChapter }: { chapters: readonly Chapter[]; onChapter: (chapter: Chapter) => void }) {
  return (
    <Menu
      label={s.video.chapters}
      className="w-80 max-w-[88vw]"
      trigger={
        <button type="button" aria-label={s.video.chaptersLabel(chapters.length)} className={buttonClass('quiet', 'px-2.5!')}>
          <ListIcon />
          <span className="max-lg:hidden">{s.video.chapters}</span>
        </button>
      }
    >
      {chapters.map((chapter) => (
        <MenuItem key={chapter.start_ms} onSelect={() => { onChapter(chapter) }}>
          <span className="timecode w-14 shrink-0 text-xs text-ink-3">{clock(chapter.start_ms)}</span>
          <span className="min-w-0" dir="auto">{chapter.title}</span>
        </MenuItem>
      ))}
    </Menu>
  )
}

function TrackMenu({ video, shownTrack, onTrack }: { video: Video; shownTrack: number | null; onTrack: (trackId: number) => void }) {
  const shown = video.tracks.find((track) => track.track_id === shownTrack) ?? video.tracks[0]
  if (!shown) return null
  return (
    <Menu
      label={s.video.track}
      className="w-72"
      trigger={
        <button type="button" aria-label={s.video.trackLabel(trackName(shown))} className={buttonClass('quiet', 'px-2.5!')}>
          <CaptionsIcon />
          <span className="max-w-32 truncate max-lg:hidden">{trackName(shown)}</span>
        </button>
      }
    >
      <MenuChoice
        value={String(shown.track_id)}
        onChange={(value) => { onTrack(Number(value)) }}
        choices={video.tracks.map((track) => ({
          value: String(track.track_id),
          label: (
            <>
              <span className="block truncate" dir="auto">{trackName(track)}</span>
              <span className="block text-xs text-ink-3">{s.video.kind[track.kind]} · {s.video.cues(track.cue_count)}</span>
            </>
          ),
        }))}
      />
    </Menu>
  )
}
