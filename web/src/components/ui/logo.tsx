/** A line of speech in which one place is marked: what the product does, in one glyph. */
export function Logo({ size = 28 }: { size?: number }) {
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden="true" focusable="false">
      <path d="M9 3h14a7 7 0 0 1 7 7v9a7 7 0 0 1-7 7H13.5L7.4 30.2A.9.9 0 0 1 6 29.4V25.3A7 7 0 0 1 2 19v-9a7 7 0 0 1 7-7Z" fill="var(--color-spruce)" />
      <g strokeWidth="3.4" strokeLinecap="round">
        <path d="M8.5 11h15M8.5 18.2h2.6" stroke="var(--color-on-spruce)" />
        <path d="M16.6 18.2h6.9" stroke="light-dark(#ffd24d, #7a4d00)" />
      </g>
    </svg>
  )
}
