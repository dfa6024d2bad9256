import { CheckIcon } from '@/components/ui/icons'
import { AddBox } from '@/features/videos/components/add-box'
import { s } from '@/strings'
import { SampleButton } from './sample-button'
import { Specimen } from './specimen'

/** The first thing anybody sees: what this is, the way in, and a way in without a video. */
export function FirstStart({ onOpen }: { onOpen: (videoId: number) => void }) {
  return (
    <div className="mx-auto grid min-h-full max-w-6xl items-center gap-x-16 gap-y-12 px-5 py-10 md:px-10 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="animate-rise">
        <h1 className="text-2xl font-extrabold tracking-[-0.03em] text-balance md:text-3xl">{s.welcome.title}</h1>
        <p className="mt-4 max-w-xl text-base text-ink-2 text-pretty md:text-lg md:leading-[1.875rem]">{s.welcome.lead}</p>
        <div className="mt-8 max-w-2xl">
          <AddBox onOpen={onOpen} />
        </div>
        <div className="mt-6 flex max-w-2xl flex-wrap items-center gap-x-4 gap-y-2 border-t border-line pt-6">
          <SampleButton label={s.welcome.sample} onOpen={onOpen} />
          <p className="min-w-56 flex-1 text-ink-2 text-pretty">{s.welcome.sampleHint}</p>
        </div>
        <ul className="mt-6 flex flex-wrap gap-x-6 gap-y-1 text-xs text-ink-3">
          {s.welcome.points.map((point) => (
            <li key={point} className="flex items-center gap-1.5"><CheckIcon width={14} height={14} className="text-spruce" />{point}</li>
          ))}
        </ul>
      </div>
      <Specimen />
    </div>
  )
}
