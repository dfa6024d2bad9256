import { buttonClass } from '@/components/ui/button'
import { OutIcon } from '@/components/ui/icons'
import type { Video } from '@/lib/api/types'
import { s } from '@/strings'
import { videoByline, watchUrl } from '../titles'

export function VideoHeading({ video }: { video: Video }) {
  return (
    <header className="mx-auto flex w-full max-w-3xl items-start gap-3 px-5 pt-5 pb-3 md:px-8 md:pt-6">
      <div className="min-w-0 flex-1">
        <h1 className="line-clamp-2 text-lg font-bold tracking-tight text-balance break-words md:text-xl" dir="auto">{video.title}</h1>
        <p className="mt-0.5 truncate text-xs text-ink-3">{videoByline(video)}</p>
      </div>
      {video.youtube_id ? (
        <a href={watchUrl(video.youtube_id)} target="_blank" rel="noreferrer" className={buttonClass('outline', 'shrink-0 max-md:hidden')}>
          {s.video.openOnYouTube}
          <OutIcon width={16} height={16} />
          <span className="sr-only">{s.video.newTab}</span>
        </a>
      ) : null}
    </header>
  )
}
