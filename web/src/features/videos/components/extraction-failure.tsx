import { Button } from '@/components/ui/button'
import { AlertIcon, FileIcon } from '@/components/ui/icons'
import { s } from '@/strings'

interface Props {
  outcome: string | null
  detail: string | null
  onRetry: () => void
  onUpload: () => void
}

/** Outcomes whose detail says more than our own words do: when, how long, what to look up. */
const telling = new Set(['upcoming', 'network', 'internal'])

/** Why there is no transcript, in human words, with the one thing to do about it. */
export function ExtractionFailure({ outcome, detail, onRetry, onUpload }: Props) {
  const words = s.outcomes[outcome ?? 'internal'] ?? { title: s.job.failed, remedy: detail ?? '' }
  return (
    <section role="alert" className="animate-rise rounded-md border border-danger-line bg-danger-soft p-4">
      <h2 className="flex items-center gap-2 font-semibold">
        <AlertIcon className="shrink-0 text-danger" />
        {words.title}
      </h2>
      <p className="mt-1.5 text-ink-2 text-pretty">{words.remedy}</p>
      {detail && telling.has(outcome ?? 'internal') ? <p className="mt-2 border-s-2 border-danger-line ps-3 text-xs break-words text-ink-2">{detail}</p> : null}
      <div className="mt-4 flex flex-wrap gap-2">
        <Button look="outline" onClick={onRetry}>{s.retry}</Button>
        <Button look="outline" onClick={onUpload}><FileIcon />{s.add.uploadInstead}</Button>
      </div>
    </section>
  )
}
