import { Button } from '@/components/ui/button'
import { messageOf } from '@/lib/api/message-of'
import { useSample } from '@/features/videos/mutations'

export function SampleButton({ label, onOpen }: { label: string; onOpen: (videoId: number) => void }) {
  const sample = useSample()
  return (
    <span className="inline-flex flex-wrap items-center gap-x-3 gap-y-1">
      <Button
        look="outline"
        disabled={sample.isPending}
        onClick={() => { sample.mutate(undefined, { onSuccess: (video) => { onOpen(video.video_id) } }) }}
      >
        {label}
      </Button>
      {sample.error ? <span role="alert" className="text-sm text-danger">{messageOf(sample.error)}</span> : null}
    </span>
  )
}
