import { buttonClass } from '@/components/ui/button'
import { copyLink } from '@/components/ui/copy-link'
import { IconButton } from '@/components/ui/icon-button'
import { CloseIcon, LinkIcon, OutIcon } from '@/components/ui/icons'
import type { Video } from '@/lib/api/types'
import { clock } from '@/lib/time'
import { s } from '@/strings'
import { watchUrl } from '../titles'

/** What can be done with the marked second. Floats, so that nothing moves when it comes. */
export function MarkBar({ video, startMs, onClear }: { video: Video; startMs: number; onClear: () => void }) {
  const time = clock(startMs)
  return (
    <div role="group" aria-label={s.video.marked(time)} className="pointer-events-none absolute inset-x-0 bottom-4 flex justify-center px-3">
      <div className="animate-rise pointer-events-auto flex max-w-full items-center gap-0.5 rounded-full border border-line bg-raised p-1 ps-1.5 shadow-float">
        {video.youtube_id ? (
          <a href={watchUrl(video.youtube_id, startMs)} target="_blank" rel="noreferrer" className={buttonClass('primary', 'rounded-full! py-1.5')}>
            <span className="timecode whitespace-nowrap">{s.video.watch(time)}</span>
            <OutIcon width={16} height={16} />
            <span className="sr-only">{s.video.newTab}</span>
          </a>
        ) : (
          <span className="timecode rounded-full bg-marker px-2.5 py-1 text-xs text-on-marker">{time}</span>
        )}
        <button type="button" onClick={() => void copyLink(window.location.href)} className={buttonClass('quiet', 'rounded-full! whitespace-nowrap')}>
          <LinkIcon />
          {s.video.copyLink}
        </button>
        <IconButton label={s.video.clearMark} onClick={onClear} className="rounded-full!"><CloseIcon /></IconButton>
      </div>
    </div>
  )
}
