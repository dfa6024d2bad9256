import { AlertIcon } from '@/components/ui/icons'
import { useConnection } from '@/lib/connection'
import { s } from '@/strings'

/** Floats over the top edge: nothing below moves when it comes or goes. */
export function ConnectionBanner() {
  const down = useConnection() === 'down'
  return (
    <div role="status" className="pointer-events-none fixed inset-x-0 top-3 z-40 flex justify-center px-4">
      {down ? (
        <p className="animate-rise flex items-center gap-2.5 rounded-full border border-danger-line bg-danger-soft px-4 py-2 text-sm font-medium shadow-float">
          <AlertIcon className="shrink-0 text-danger" />
          {s.offline}
        </p>
      ) : null}
    </div>
  )
}
