export function MessageSkeletons() {
  return (
    <div aria-hidden="true" className="space-y-6">
      <div className="skeleton ms-auto h-11 w-3/5 rounded-lg!" />
      <div className="space-y-3">
        <div className="skeleton h-4 w-11/12" />
        <div className="skeleton h-4 w-4/5" />
        <div className="skeleton h-4 w-2/3" />
      </div>
      <div className="skeleton h-28 w-full rounded-md!" />
    </div>
  )
}
