import { s } from '@/strings'
import type { Details } from '../use-add'

interface Props {
  details: Details
  hasLink: boolean
  onChange: (details: Details) => void
}

/** What a caption file doesn't say of itself. All of it may stay empty. */
export function AddDetails({ details, hasLink, onChange }: Props) {
  const field = (name: keyof Details, label: string, extra?: { type?: string; maxLength?: number }) => (
    <label className="block text-xs font-semibold text-ink-2">
      {label}
      <input
        type={extra?.type ?? 'text'}
        maxLength={extra?.maxLength ?? 300}
        value={details[name]}
        dir="auto"
        onChange={(event) => { onChange({ ...details, [name]: event.target.value }) }}
        className="tap mt-1 block w-full rounded-md border border-line-2 bg-raised px-3 text-sm font-normal text-ink outline-offset-0"
      />
    </label>
  )
  return (
    <details className="group mt-2 rounded-md border border-line px-3.5 py-1">
      <summary className="tap flex items-center text-sm font-medium text-ink-2 group-open:text-ink">{s.add.details}</summary>
      <div className="grid gap-3 pb-3 sm:grid-cols-2">
        <div className="sm:col-span-2">{field('title', s.add.fieldTitle)}</div>
        {hasLink ? null : field('videoUrl', s.add.fieldLink, { type: 'url' })}
        {field('language', s.add.fieldLanguage, { maxLength: 35 })}
      </div>
    </details>
  )
}
