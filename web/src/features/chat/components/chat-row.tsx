import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Confirm } from '@/components/ui/dialog'
import { IconButton } from '@/components/ui/icon-button'
import { MoreIcon, PenIcon, TrashIcon } from '@/components/ui/icons'
import { Menu, MenuItem } from '@/components/ui/menu'
import { sideRow } from '@/components/ui/side-list'
import { toast } from '@/components/ui/toast'
import { messageOf } from '@/lib/api/message-of'
import type { Session } from '@/lib/api/types'
import { ago } from '@/lib/time'
import { s } from '@/strings'
import { useDeleteSession, useRenameSession } from '../mutations'
import { RenameForm } from './rename-form'

interface Props {
  session: Session
  current: boolean
  onDeleted: (sessionId: number) => void
}

export function ChatRow({ session, current, onDeleted }: Props) {
  const [doing, setDoing] = useState<'rename' | 'delete' | null>(null)
  const rename = useRenameSession()
  const remove = useDeleteSession()
  const title = session.title || s.untitledChat
  const words = s.sidebar.deleteChat(title)

  if (doing === 'rename') {
    return (
      <li className={sideRow.item}>
        <RenameForm
          title={title}
          onCancel={() => { setDoing(null) }}
          onSave={(next) => {
            setDoing(null)
            rename.mutate({ sessionId: session.session_id, title: next }, { onError: (error) => { toast(messageOf(error)) } })
          }}
        />
      </li>
    )
  }

  const content = (
    <>
      <span className={sideRow.title} dir="auto">{title}</span>
      <span className={`${sideRow.note} flex! gap-1`}>
        {session.video_title ? (
          <>
            <span className="truncate" dir="auto">{session.video_title}</span>
            <span>·</span>
          </>
        ) : null}
        <span className="shrink-0">{ago(session.updated_at)}</span>
      </span>
    </>
  )
  const linkProps = { 'aria-current': current ? ('page' as const) : undefined, className: sideRow.link }
  return (
    <li className={sideRow.item}>
      {session.video_id === null ? (
        <Link to="/" search={{ chat: session.session_id }} {...linkProps}>{content}</Link>
      ) : (
        <Link to="/watch/$videoId" params={{ videoId: session.video_id }} search={{ chat: session.session_id }} {...linkProps}>{content}</Link>
      )}
      <Menu trigger={<IconButton label={s.sidebar.chatMenu(title)} hint={`${s.rename}, ${s.delete}`} className={sideRow.menu}><MoreIcon /></IconButton>}>
        <MenuItem onSelect={() => { setDoing('rename') }}><PenIcon />{s.rename}</MenuItem>
        <MenuItem danger onSelect={() => { setDoing('delete') }}><TrashIcon />{s.delete}</MenuItem>
      </Menu>
      <Confirm
        open={doing === 'delete'}
        onOpenChange={(open) => { setDoing(open ? 'delete' : null) }}
        title={words.title}
        text={words.text}
        action={s.delete}
        error={remove.error ? messageOf(remove.error) : null}
        onConfirm={() => {
          remove.mutate(session.session_id, {
            onSuccess: () => {
              toast(s.sidebar.chatDeleted)
              onDeleted(session.session_id)
            },
          })
        }}
      />
    </li>
  )
}
