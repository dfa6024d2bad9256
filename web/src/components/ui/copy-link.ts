import { toast } from '@/components/ui/toast'
import { s } from '@/strings'

export async function copyLink(url: string) {
  try {
    await navigator.clipboard.writeText(url)
    toast(s.copied)
  } catch {
    toast(s.copyFailed)
  }
}
