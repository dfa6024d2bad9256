import { useLocation, useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { Mark } from '@/features/videos/components/transcript-panel'
import type { Citation } from '@/lib/api/types'

/** The marked second stands in the address, so that it can be shared, reloaded and gone back to. */
export function useMark(videoId: number) {
  const { t, to } = useSearch({ from: '/watch/$videoId' })
  const cited = useLocation({ select: (location) => location.state.cited })
  const navigate = useNavigate()

  const mark = useMemo<Mark | null>(
    () =>
      t === undefined
        ? null
        : {
            startMs: Math.round(t * 1000),
            endMs: to === undefined ? null : Math.round(to * 1000),
            key: `${String(t)} ${String(to)} ${String(cited)}`,
            takesFocus: cited !== undefined,
          },
    [t, to, cited],
  )

  return {
    mark,
    cite: (citation: Citation) =>
      void navigate({
        to: '/watch/$videoId',
        params: { videoId: citation.video_id },
        search: (now) => ({ ...(citation.video_id === videoId && now.chat !== undefined ? { chat: now.chat } : {}), t: citation.start_ms / 1000, to: citation.end_ms / 1000 }),
        state: { cited: Date.now() },
      }),
    point: (startMs: number, endMs: number | null) =>
      void navigate({
        to: '/watch/$videoId',
        params: { videoId },
        search: ({ chat }) => ({ ...(chat === undefined ? {} : { chat }), t: startMs / 1000, ...(endMs === null ? {} : { to: endMs / 1000 }) }),
        replace: true,
      }),
    clear: () =>
      void navigate({
        to: '/watch/$videoId',
        params: { videoId },
        search: ({ chat }) => (chat === undefined ? {} : { chat }),
        replace: true,
      }),
  }
}
