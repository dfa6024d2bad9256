import { s } from '@/strings'

/** The whole idea in one picture, drawn with the page's own parts: a question, an answer, the second it was said. */
export function Specimen() {
  const { question, before, time, cues } = s.welcome.specimen
  return (
    <div aria-hidden="true" className="relative w-88 select-none max-lg:hidden">
      <div className="animate-rise ms-auto w-fit rounded-lg rounded-ee-xs bg-spruce-soft px-4 py-2.5 font-medium [animation-delay:0.1s]">{question}</div>
      <div className="animate-rise mt-4 text-base [animation-delay:0.35s]">
        {before}{' '}
        <span className="inline-flex items-center rounded-xs bg-marker-soft align-baseline text-xs leading-5 text-marker-ink">
          <span className="min-w-5 rounded-s-xs bg-marker text-center font-bold text-on-marker">1</span><span className="timecode px-1.5">{time}</span>
        </span>
      </div>
      <svg viewBox="0 0 352 52" width={352} height={52} className="animate-fade my-1 text-marker-line [animation-delay:0.7s]" fill="none" stroke="currentColor" strokeWidth={2} strokeLinecap="round" strokeLinejoin="round">
        <path d="M312 3c0 34-284 4-284 42M22 38l6 8 7-7" />
      </svg>
      <div className="animate-rise rounded-lg border border-line bg-sheet p-4 shadow-float [animation-delay:0.7s]">
        {cues.map(([at, text]) => {
          const isSaid = at === time
          return (
            <div key={at} className="grid grid-cols-[2.75rem_1fr] gap-x-2 py-1.5">
              <span className="pt-0.5"><span className={isSaid ? 'timecode -mx-1 rounded-xs bg-marker px-1 text-xs text-on-marker' : 'timecode text-xs text-ink-3'}>{at}</span></span>
              <span className="font-said text-base leading-6"><span className={isSaid ? 'marked animate-stroke [animation-delay:1.1s]!' : 'text-ink-2'}>{text}</span></span>
            </div>
          )
        })}
      </div>
    </div>
  )
}
