import { Link, type ErrorComponentProps } from '@tanstack/react-router'
import { Button, buttonClass } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { s } from '@/strings'
import { TopBar } from '../shell/top-bar'

/** What a route shows when its code failed. */
export function BrokenView({ error }: ErrorComponentProps) {
  return (
    <div role="alert" className="flex h-full flex-col">
      <title>{s.title(s.broken.title)}</title>
      <TopBar />
      <div className="grid flex-1 place-items-center">
        <Empty
          level={1}
          title={s.broken.title}
          actions={
            <>
              <Button look="primary" onClick={() => { window.location.reload() }}>{s.broken.reload}</Button>
              <Link to="/" className={buttonClass('outline')}>{s.notFound.home}</Link>
            </>
          }
        >
          <p>{s.broken.text}</p>
          <p className="mt-2 text-xs break-words text-ink-3">{error instanceof Error ? error.message : String(error)}</p>
        </Empty>
      </div>
    </div>
  )
}
