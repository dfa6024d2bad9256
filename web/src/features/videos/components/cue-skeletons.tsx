const widths = [88, 72, 94, 60, 81, 90, 67, 77]

export function CueSkeletons() {
  return (
    <div aria-hidden="true" className="mx-auto w-full max-w-3xl flex-1 space-y-5 border-t border-line px-5 pt-6 md:px-8">
      {widths.map((width) => (
        <div key={width} className="grid grid-cols-[3.75rem_1fr] items-center gap-2">
          <div className="skeleton h-3 w-9" />
          <div className="skeleton h-4" style={{ width: `${String(width)}%` }} />
        </div>
      ))}
    </div>
  )
}
