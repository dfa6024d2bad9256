import { s } from '@/strings'
import type { Job } from '@/lib/api/types'

/** Steps as a strip of film: what is done is filled, what is being done breathes. */
export function ExtractionProgress({ job, url }: { job: Job | undefined; url: string }) {
  const steps = Math.max(job?.steps ?? 4, 1)
  const step = Math.min(job?.step ?? 0, steps)
  const message = !job || job.state === 'queued' ? s.job.queued : job.message
  return (
    <section aria-label={s.job.title} className="animate-rise rounded-md border border-line bg-raised p-4 shadow-card">
      <div className="flex items-baseline justify-between gap-3">
        <h2 className="font-semibold">{s.job.title}</h2>
        <p className="timecode text-xs text-ink-3">{step > 0 ? s.job.step(step, steps) : '\u00A0'}</p>
      </div>
      <p className="mt-0.5 truncate text-xs text-ink-3" dir="auto">{url}</p>
      <div className="mt-3 flex gap-1" role="progressbar" aria-label={s.job.title} aria-valuemin={0} aria-valuemax={steps} aria-valuenow={step} aria-valuetext={message}>
        {Array.from({ length: steps }, (_, index) => (
          <span key={index} className="h-1.5 flex-1 overflow-hidden rounded-full bg-line">
            {index < step ? (
              <span className={`block h-full origin-left rounded-full bg-spruce ${index === step - 1 ? 'animate-[advance_0.4s_ease-out_both,breathe_1.6s_ease-in-out_0.4s_infinite]' : ''}`} />
            ) : null}
          </span>
        ))}
      </div>
      <p role="status" className="mt-3 text-sm text-ink-2">{message}</p>
      <p className="mt-0.5 text-xs text-ink-3">{s.job.leave}</p>
    </section>
  )
}
