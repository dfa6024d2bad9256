import type { Citation } from '@/lib/api/types'
import { s } from '@/strings'
import type { Asking } from '../asking'
import { Answer } from './answer'

export function PendingAnswer({ asking, onCite }: { asking: Asking; onCite: (citation: Citation) => void }) {
  if (asking.text) return <Answer state="streaming" text={asking.text} citations={asking.citations} onCite={onCite} />
  return (
    <div className="animate-fade">
      <p className="mb-3 text-xs font-medium text-ink-3" aria-hidden="true">{s.chat.thinking}</p>
      <div aria-hidden="true" className="space-y-3">
        <div className="skeleton h-4 w-11/12" />
        <div className="skeleton h-4 w-4/5" />
        <div className="skeleton h-4 w-1/2" />
      </div>
    </div>
  )
}
