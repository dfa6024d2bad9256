/** A small generator (mulberry32), so that a video always looks the same. */
function generator(seed: number) {
  let state = seed * 0x9e3779b1
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** A video's picture without a picture: its own lines of speech, one place marked. */
export function VideoGlyph({ videoId }: { videoId: number }) {
  const random = generator(videoId)
  const markedLine = Math.floor(random() * 4)
  const lines = [0, 1, 2, 3].map((line) => {
    const bars: { x: number; width: number; marked: boolean }[] = []
    let x = 14 + random() * 6
    const end = 110 + random() * 44
    while (x < end) {
      const width = 8 + random() * 32
      bars.push({ x, width, marked: line === markedLine && bars.length === 1 })
      x += width + 8
    }
    return bars
  })
  return (
    <svg viewBox="0 0 200 64" preserveAspectRatio="xMinYMid meet" className="h-full w-full" aria-hidden="true" focusable="false">
      {lines.map((bars, line) =>
        bars.map((bar) => (
          <rect key={bar.x} x={bar.x} y={11 + line * 12} width={bar.width} height={5} rx={2.5} fill={bar.marked ? 'var(--color-marker)' : 'var(--color-spruce)'} opacity={bar.marked ? 1 : 0.22} />
        )),
      )}
    </svg>
  )
}
