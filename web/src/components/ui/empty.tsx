import type { ReactNode } from 'react'

/** A place with nothing in it (yet): three caption lines, one of them marked, and what to do. */
export function Empty({ title, children, level = 2, actions }: { title: string; children?: ReactNode; level?: 1 | 2 | 3; actions?: ReactNode }) {
  const Heading = `h${String(level)}` as 'h1' | 'h2' | 'h3'
  return (
    <div className="mx-auto flex max-w-sm flex-col items-center px-6 py-10 text-center">
      <svg viewBox="0 0 96 44" width={96} height={44} aria-hidden="true" focusable="false" className="mb-5">
        <g strokeWidth="6" strokeLinecap="round">
          <path d="M12 6h72M24 38h36" stroke="var(--color-line)" />
          <path d="M8 22h18M72 22h14" stroke="var(--color-line)" />
          <path d="M40 22h18" stroke="var(--color-marker)" />
        </g>
      </svg>
      <Heading className="text-lg font-bold tracking-tight text-balance">{title}</Heading>
      {children ? <div className="mt-1.5 text-ink-2 text-pretty">{children}</div> : null}
      {actions ? <div className="mt-5 flex flex-wrap justify-center gap-2">{actions}</div> : null}
    </div>
  )
}
