import { AddBox } from '@/features/videos/components/add-box'
import { VideoCards } from '@/features/videos/components/video-cards'
import type { Video } from '@/lib/api/types'
import { s } from '@/strings'
import { SampleButton } from './sample-button'

/** For those who have been here: the box first, then where they left off. */
export function StartPage({ videos, onOpen }: { videos: readonly Video[]; onOpen: (videoId: number) => void }) {
  const hasSample = videos.some((video) => video.source === 'sample')
  return (
    <div className="animate-rise mx-auto max-w-4xl px-5 py-10 md:px-10 md:py-16">
      <h1 className="text-xl font-extrabold tracking-[-0.02em] text-balance md:text-2xl">{s.start.title}</h1>
      <div className="mt-6"><AddBox onOpen={onOpen} /></div>
      <div className="mt-12">
        {videos.length ? <VideoCards videos={videos.slice(0, 6)} /> : null}
        {hasSample ? null : <div className="mt-6"><SampleButton label={s.start.sample} onOpen={onOpen} /></div>}
      </div>
    </div>
  )
}
