import { useState } from 'react'
import { s } from '@/strings'

interface Props {
  title: string
  onSave: (title: string) => void
  onCancel: () => void
}

/** Enter and leaving save, Escape doesn't. */
export function RenameForm({ title, onSave, onCancel }: Props) {
  const [text, setText] = useState(title)
  const finish = () => {
    const next = text.trim()
    if (next && next !== title) onSave(next)
    else onCancel()
  }
  return (
    <form className="flex-1 p-1" onSubmit={(event) => { event.preventDefault(); finish() }}>
      <input
        // eslint-disable-next-line jsx-a11y/no-autofocus -- it replaces the row whose menu asked for it
        autoFocus
        aria-label={s.sidebar.renameLabel}
        value={text}
        maxLength={200}
        dir="auto"
        onFocus={(event) => { event.target.select() }}
        onChange={(event) => { setText(event.target.value) }}
        onBlur={finish}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.stopPropagation()
          onCancel()
        }}
        className="tap w-full rounded-sm border border-spruce bg-raised px-2 text-sm"
      />
    </form>
  )
}
