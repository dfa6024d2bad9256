import type { KeyboardEvent, RefObject } from 'react'
import { IconButton } from '@/components/ui/icon-button'
import { CloseIcon, DownIcon, SearchIcon, UpIcon } from '@/components/ui/icons'
import { s } from '@/strings'
import type { TranscriptSearch as Search } from '../use-transcript-search'

interface Props {
  search: Search
  box: RefObject<HTMLInputElement | null>
  onLeave: () => void
}

export function TranscriptSearch({ search, box, onLeave }: Props) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault()
      search.clear()
      onLeave()
    }
    if (event.key !== 'Enter') return
    event.preventDefault()
    if (event.shiftKey) search.previous()
    else search.next()
  }
  return (
    <div role="search" className="flex min-w-0 flex-1 items-center rounded-md bg-ground ps-3 focus-within:outline-2 focus-within:outline-spruce">
      <SearchIcon className="shrink-0 text-ink-3" />
      <input
        ref={box}
        type="text"
        enterKeyHint="search"
        aria-label={s.video.search}
        aria-keyshortcuts="/"
        placeholder={s.video.search}
        value={search.typed}
        onChange={(event) => { search.type(event.target.value) }}
        onKeyDown={onKeyDown}
        dir="auto"
        className="tap min-w-0 flex-1 bg-transparent px-2 text-sm outline-none"
      />
      {search.query ? (
        <>
          <span role="status" className="timecode shrink-0 px-1.5 text-xs whitespace-nowrap text-ink-3">
            {s.video.searchCount(search.position + 1, search.matches.length)}
          </span>
          <IconButton label={s.video.previous} onClick={search.previous} disabled={!search.matches.length} className="max-md:min-w-9"><UpIcon /></IconButton>
          <IconButton label={s.video.next} onClick={search.next} disabled={!search.matches.length} className="max-md:min-w-9"><DownIcon /></IconButton>
          <IconButton label={s.video.clearSearch} onClick={() => { search.clear(); box.current?.focus() }} className="max-md:min-w-9"><CloseIcon /></IconButton>
        </>
      ) : (
        <kbd aria-hidden="true" className="me-2.5 rounded-xs border border-line-2 px-1.5 font-sans text-2xs text-ink-3 pointer-coarse:hidden">/</kbd>
      )}
    </div>
  )
}
