import { apiUrl } from '@/lib/api/client'
import { UnreachableError } from '@/lib/api/errors'
import type { Job } from '@/lib/api/types'

export const isFinished = (job: Job | undefined) => job?.state === 'done' || job?.state === 'failed'

/** Follows a job's server-sent events to its end. EventSource reconnects by itself; only a refusal ends it early. */
export function followJob(jobId: number, onJob: (job: Job) => void, signal: AbortSignal): Promise<Job> {
  return new Promise((resolve, reject) => {
    const source = new EventSource(apiUrl(`/jobs/${String(jobId)}/events`))
    const close = () => { source.close() }
    signal.addEventListener('abort', close)
    source.addEventListener('job', (event: MessageEvent<string>) => {
      const job = JSON.parse(event.data) as Job
      onJob(job)
      if (!isFinished(job)) return
      close()
      resolve(job)
    })
    source.addEventListener('error', () => {
      if (source.readyState === EventSource.CLOSED) reject(new UnreachableError('The progress can’t be followed.'))
    })
  })
}
