import type { ReactNode } from 'react'

/** A question whose answer isn't here: no alarm, only what is so and what can be done. */
export function LooseEnd({ title, detail, actions }: { title: string; detail?: string | null; actions: ReactNode }) {
  return (
    <div role="status" className="animate-rise rounded-md border border-dashed border-line-2 p-4">
      <p className="font-semibold">{title}</p>
      {detail ? <p className="mt-0.5 text-ink-2">{detail}</p> : null}
      {actions ? <div className="mt-3">{actions}</div> : null}
    </div>
  )
}
