import { useQuery } from '@tanstack/react-query'
import { Tip } from '@/components/ui/tip'
import { useConnection } from '@/lib/connection'
import { cx } from '@/lib/cx'
import { s } from '@/strings'
import { healthQuery, verdictOn } from '../queries'

const dots = { good: 'bg-spruce', fair: 'bg-marker', bad: 'bg-danger', unknown: 'bg-line-2' }

export function HealthStatus() {
  const reachable = useConnection() === 'up'
  const { data } = useQuery(healthQuery())
  const verdict = verdictOn(data, reachable)
  const long = (
    <>
      {verdict.sentences.map((sentence) => <span key={sentence} className="block">{sentence}</span>)}
      {data ? <span className="mt-0.5 block opacity-80">{s.health.version(data.version)}</span> : null}
    </>
  )
  return (
    <Tip text={long} side="top">
      <button type="button" aria-label={verdict.sentences.join('. ')} className="tap flex items-center gap-2.5 rounded-md px-2.5 text-xs text-ink-2 hover:bg-hover">
        <span className={cx('size-2 rounded-full', dots[verdict.tone])} />
        {verdict.short}
      </button>
    </Tip>
  )
}
