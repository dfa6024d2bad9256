import { IconButton } from '@/components/ui/icon-button'
import { CloseIcon, FileIcon } from '@/components/ui/icons'
import { s } from '@/strings'

const size = (bytes: number) => (bytes < 1024 * 1024 ? `${String(Math.ceil(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`)

export function FileChip({ file, joined, onRemove }: { file: File; joined: boolean; onRemove: () => void }) {
  return (
    <div className="mx-3 my-1">
      <div className="flex w-fit max-w-full items-center gap-2 rounded-md bg-spruce-soft ps-3 text-sm">
        <FileIcon className="shrink-0 text-spruce" />
        <span className="truncate font-medium" dir="auto">{file.name}</span>
        <span className="shrink-0 text-xs text-ink-2">{size(file.size)}</span>
        <IconButton label={s.add.removeFile(file.name)} onClick={onRemove}><CloseIcon width={16} height={16} /></IconButton>
      </div>
      {joined ? <p className="mt-1 text-xs text-ink-2">{s.add.rescueNote}</p> : null}
    </div>
  )
}
