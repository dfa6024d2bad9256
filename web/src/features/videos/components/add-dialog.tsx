import { Dialog } from '@/components/ui/dialog'
import { s } from '@/strings'
import { AddBox } from './add-box'

interface Props {
  open: boolean
  droppedFile: File | null
  onOpenChange: (open: boolean) => void
  onOpenVideo: (videoId: number) => void
}

export function AddDialog({ open, droppedFile, onOpenChange, onOpenVideo }: Props) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={s.add.title} description={s.add.description}>
      <AddBox firstFocus droppedFile={droppedFile} onOpen={onOpenVideo} />
    </Dialog>
  )
}
