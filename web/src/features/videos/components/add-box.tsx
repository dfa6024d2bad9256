import { useId, useRef, useState, type DragEvent, type KeyboardEvent } from 'react'
import { AutoTextarea } from '@/components/ui/auto-textarea'
import { Button } from '@/components/ui/button'
import { ArrowIcon, FileIcon } from '@/components/ui/icons'
import { Notice } from '@/components/ui/notice'
import { cx } from '@/lib/cx'
import { captionExtensions } from '@/lib/intake'
import { s } from '@/strings'
import { useAdd } from '../use-add'
import { useJobOf } from '../use-job-of'
import { AddDetails } from './add-details'
import { ExtractionFailure } from './extraction-failure'
import { ExtractionProgress } from './extraction-progress'
import { FileChip } from './file-chip'

interface Props {
  onOpen: (videoId: number) => void
  droppedFile?: File | null
  /** Whether a dialog around it gives it the focus. */
  firstFocus?: boolean
}

/** The one way in: a link, a caption file or pasted captions, told apart by themselves. */
export function AddBox({ onOpen, droppedFile = null, firstFocus = false }: Props) {
  const add = useAdd(onOpen, droppedFile)
  const job = useJobOf(add.following?.videoId ?? null)
  const [over, setOver] = useState(false)
  const picker = useRef<HTMLInputElement>(null)
  const box = useRef<HTMLTextAreaElement>(null)
  const errorId = useId()
  const hintId = useId()
  const busy = add.following !== null || add.isUploading
  const isCaptions = add.file !== null || add.intake.kind === 'captions'

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    add.submit()
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    event.stopPropagation()
    setOver(false)
    const [file] = event.dataTransfer.files
    if (file) add.takeFile(file)
    else add.setText(event.dataTransfer.getData('text').trim())
  }

  return (
    <div>
      {/* dropping is a second way: the button chooses a file for keyboard and touch */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (add.intake.kind === 'empty' && !add.file) box.current?.focus()
          else add.submit()
        }}
        onDragOver={(event) => { event.preventDefault(); setOver(true) }}
        onDragLeave={() => { setOver(false) }}
        onDrop={onDrop}
        className={cx(
          'relative rounded-lg border-2 bg-raised shadow-card transition-colors focus-within:border-spruce',
          over ? 'border-dashed border-spruce' : 'border-line-2',
        )}
      >
        <AutoTextarea
          boxRef={box}
          value={add.text}
          onChange={(event) => { add.setText(event.target.value) }}
          onKeyDown={onKeyDown}
          aria-label={s.add.label}
          aria-invalid={add.error !== null}
          aria-describedby={`${hintId} ${errorId}`}
          placeholder={s.add.placeholder}
          rows={1}
          spellCheck={false}
          autoComplete="off"
          data-first-focus={firstFocus || undefined}
          dir="auto"
          className="max-h-48 px-4 pt-4 pb-2 text-base break-all"
        />
        {add.file ? <FileChip file={add.file} joined={add.intake.kind === 'link'} onRemove={() => { add.takeFile(null) }} /> : null}
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2 p-2.5 ps-2">
          <Button onClick={() => picker.current?.click()} disabled={busy} className="px-2.5!">
            <FileIcon />
            <span className="max-sm:hidden">{s.add.choose}</span>
            <span className="sm:hidden">{s.add.chooseShort}</span>
          </Button>
          <Button type="submit" look="primary" className="ms-auto" disabled={busy}>
            {add.isUploading ? s.add.uploading : busy ? s.add.working : isCaptions ? s.add.submitCaptions : s.add.submitLink}
            <ArrowIcon />
          </Button>
        </div>
        <input
          ref={picker}
          type="file"
          accept={captionExtensions.join(',')}
          aria-label={s.add.choose}
          tabIndex={-1}
          className="sr-only"
          onChange={(event) => {
            add.takeFile(event.target.files?.[0] ?? null)
            event.target.value = ''
          }}
        />
        {over ? <p className="pointer-events-none absolute inset-0 grid place-items-center rounded-lg bg-spruce-soft font-semibold text-spruce">{s.add.drop}</p> : null}
      </form>
      <p id={hintId} className="mt-2.5 px-1 text-xs text-ink-3">
        {add.intake.kind === 'captions' ? (
          s.add.seen.captions(add.intake.format)
        ) : (
          <>
            {s.add.formats} <span className="pointer-coarse:hidden">{s.add.dropHint}</span>
          </>
        )}
      </p>
      {isCaptions ? <AddDetails details={add.details} hasLink={add.file !== null && add.intake.kind === 'link'} onChange={add.setDetails} /> : null}
      <div id={errorId} className="mt-3 empty:hidden">
        {add.error ? <Notice>{add.error}</Notice> : null}
        {add.following ? <ExtractionProgress job={job} url={add.following.url} /> : null}
        {add.failed ? (
          <ExtractionFailure outcome={add.failed.outcome} detail={add.failed.detail} onRetry={add.submit} onUpload={() => picker.current?.click()} />
        ) : null}
      </div>
    </div>
  )
}
