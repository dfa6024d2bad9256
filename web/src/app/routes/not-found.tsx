import { Link } from '@tanstack/react-router'
import { buttonClass } from '@/components/ui/button'
import { Empty } from '@/components/ui/empty'
import { s } from '@/strings'
import { TopBar } from '../shell/top-bar'

interface Props {
  title?: string
  text?: string
}

export function NotFoundView({ title = s.notFound.title, text = s.notFound.text }: Props) {
  return (
    <div className="flex h-full flex-col">
      <title>{s.title(title)}</title>
      <TopBar />
      <div className="grid flex-1 place-items-center">
        <Empty level={1} title={title} actions={<Link to="/" className={buttonClass('primary')}>{s.notFound.home}</Link>}>{text}</Empty>
      </div>
    </div>
  )
}
