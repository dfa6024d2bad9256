import { Link } from '@tanstack/react-router'
import type { Video } from '@/lib/api/types'
import { s } from '@/strings'
import { videoByline } from '../titles'
import { VideoGlyph } from './video-glyph'

export function VideoCards({ videos }: { videos: readonly Video[] }) {
  return (
    <section aria-labelledby="recent-videos">
      <h2 id="recent-videos" className="mb-3 text-sm font-bold text-ink-2">{s.start.recent}</h2>
      <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {videos.map((video) => (
          <li key={video.video_id}>
            <Link to="/watch/$videoId" params={{ videoId: video.video_id }} className="group block overflow-hidden rounded-md border border-line bg-raised shadow-card transition-colors hover:border-spruce">
              <span className="block h-20 bg-spruce-soft/60"><VideoGlyph videoId={video.video_id} /></span>
              <span className="block px-3.5 py-3">
                <span className="line-clamp-2 min-h-11 leading-[1.375rem] font-semibold break-words group-hover:text-spruce" dir="auto">{video.title}</span>
                <span className="mt-1 block truncate text-xs text-ink-3">{videoByline(video)}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
