import { s } from '@/strings'

export function Question({ text }: { text: string }) {
  return (
    <div className="flex justify-end">
      <p className="max-w-[88%] rounded-lg rounded-ee-xs bg-spruce-soft px-4 py-2.5 font-medium break-words whitespace-pre-wrap" dir="auto">
        <span className="sr-only">{s.chat.you}: </span>
        {text}
      </p>
    </div>
  )
}
