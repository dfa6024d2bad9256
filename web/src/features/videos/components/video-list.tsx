import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Confirm } from '@/components/ui/dialog'
import { IconButton } from '@/components/ui/icon-button'
import { MoreIcon, TrashIcon } from '@/components/ui/icons'
import { Menu, MenuItem } from '@/components/ui/menu'
import { RowSkeletons, SideNote, sideRow } from '@/components/ui/side-list'
import { toast } from '@/components/ui/toast'
import { messageOf } from '@/lib/api/message-of'
import type { Video } from '@/lib/api/types'
import { s } from '@/strings'
import { useDeleteVideo } from '../mutations'
import { videosQuery } from '../queries'
import { videoByline } from '../titles'

interface Props {
  openId: number | null
  onDeleted: (videoId: number) => void
}

export function VideoList({ openId, onDeleted }: Props) {
  const { data: videos, error } = useQuery(videosQuery())
  if (!videos) return error ? <SideNote title={messageOf(error)} /> : <RowSkeletons />
  if (!videos.length) return <SideNote title={s.sidebar.noVideos}>{s.sidebar.noVideosHint}</SideNote>
  return (
    <ul>
      {videos.map((video) => (
        <VideoRow key={video.video_id} video={video} current={video.video_id === openId} onDeleted={onDeleted} />
      ))}
    </ul>
  )
}

function VideoRow({ video, current, onDeleted }: { video: Video; current: boolean; onDeleted: (videoId: number) => void }) {
  const [asking, setAsking] = useState(false)
  const remove = useDeleteVideo()
  const words = s.sidebar.deleteVideo(video.title)
  const confirm = () => {
    remove.mutate(video.video_id, {
      onSuccess: () => {
        setAsking(false)
        toast(s.sidebar.videoDeleted)
        onDeleted(video.video_id)
      },
    })
  }
  return (
    <li className={sideRow.item}>
      <Link to="/watch/$videoId" params={{ videoId: video.video_id }} aria-current={current ? 'page' : undefined} className={sideRow.link}>
        <span className={sideRow.title} dir="auto">{video.title}</span>
        <span className={sideRow.note}>
          {video.status === 'failed' ? <span className="text-danger">{videoByline(video)}</span> : videoByline(video)}
        </span>
      </Link>
      <Menu trigger={<IconButton label={s.sidebar.videoMenu(video.title)} hint={s.delete} className={sideRow.menu}><MoreIcon /></IconButton>}>
        <MenuItem danger onSelect={() => { setAsking(true) }}><TrashIcon />{s.delete}</MenuItem>
      </Menu>
      <Confirm
        open={asking}
        onOpenChange={setAsking}
        title={words.title}
        text={words.text}
        action={s.delete}
        error={remove.error ? messageOf(remove.error) : null}
        onConfirm={confirm}
      />
    </li>
  )
}
