import type { SVGProps } from 'react'

/** One pen for all: 20 by 20, a stroke of 1.6, round ends. Decorative: the control beside it has the name. */
function icon(paths: string, width = 1.6) {
  return function Icon(props: SVGProps<SVGSVGElement>) {
    return (
      <svg viewBox="0 0 20 20" width={18} height={18} fill="none" stroke="currentColor" strokeWidth={width} strokeLinecap="round" strokeLinejoin="round" aria-hidden="true" focusable="false" {...props}>
        <path d={paths} />
      </svg>
    )
  }
}

export const PlusIcon = icon('M10 4v12M4 10h12')
export const CloseIcon = icon('M5 5l10 10M15 5L5 15')
export const MenuIcon = icon('M3 5.5h14M3 10h14M3 14.5h9')
export const SearchIcon = icon('M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11ZM13 13l4 4')
export const UpIcon = icon('M5 12.5l5-5 5 5')
export const DownIcon = icon('M5 7.5l5 5 5-5')
export const SendIcon = icon('M10 16V4M5 9l5-5 5 5')
export const StopIcon = icon('M6.5 6.5h7v7h-7z')
export const MoreIcon = icon('M4.5 10h.01M10 10h.01M15.5 10h.01', 2.6)
export const FileIcon = icon('M11.5 2.5H6A1.5 1.5 0 0 0 4.5 4v12A1.5 1.5 0 0 0 6 17.5h8a1.5 1.5 0 0 0 1.5-1.5V6.5zM11.5 2.5v4h4M7.5 10.5h5M7.5 13.5h3')
export const LinkIcon = icon('M8.5 11.5a3 3 0 0 0 4.3 0l2.6-2.7a3 3 0 0 0-4.2-4.2L10 5.7M11.5 8.5a3 3 0 0 0-4.3 0l-2.6 2.7a3 3 0 0 0 4.2 4.2l1.2-1.1')
export const OutIcon = icon('M8 5H5.5A1.5 1.5 0 0 0 4 6.5v8A1.5 1.5 0 0 0 5.5 16h8a1.5 1.5 0 0 0 1.5-1.5V12M11.5 4H16v4.5M16 4l-7 7')
export const ListIcon = icon('M7.5 5h9M7.5 10h9M7.5 15h9M3.5 5h.01M3.5 10h.01M3.5 15h.01')
export const CaptionsIcon = icon('M4.5 4h11A1.5 1.5 0 0 1 17 5.5v9a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 3 14.5v-9A1.5 1.5 0 0 1 4.5 4ZM6 12.5h3.5M12 12.5h2M6 9.5h1.5M10 9.5h4')
export const PenIcon = icon('M12.5 4.5l3 3M4 16l.8-3.6 8.4-8.4a1.4 1.4 0 0 1 2 0l.8.8a1.4 1.4 0 0 1 0 2L7.6 15.2z')
export const TrashIcon = icon('M4 5.5h12M8 5.5V4a1 1 0 0 1 1-1h2a1 1 0 0 1 1 1v1.5M5.5 5.5l.7 10a1.5 1.5 0 0 0 1.5 1.5h4.6a1.5 1.5 0 0 0 1.5-1.5l.7-10')
export const SunIcon = icon('M10 13a3 3 0 1 0 0-6 3 3 0 0 0 0 6ZM10 2.5v1.2M10 16.3v1.2M2.5 10h1.2M16.3 10h1.2M4.7 4.7l.8.8M14.5 14.5l.8.8M15.3 4.7l-.8.8M5.5 14.5l-.8.8')
export const MoonIcon = icon('M16.5 11.8A6.8 6.8 0 0 1 8.2 3.5a6.8 6.8 0 1 0 8.3 8.3Z')
export const SystemIcon = icon('M10 3.5a6.5 6.5 0 1 0 0 13ZM10 3.5a6.5 6.5 0 0 1 0 13')
export const CheckIcon = icon('M4.5 10.5l3.5 3.5 7.5-8')
export const AlertIcon = icon('M10 6.5v4M10 13.5h.01M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15Z')
export const ChatIcon = icon('M4.5 3.5h11A1.5 1.5 0 0 1 17 5v7.5a1.5 1.5 0 0 1-1.5 1.5H9l-3.5 3v-3h-1A1.5 1.5 0 0 1 3 12.5V5a1.5 1.5 0 0 1 1.5-1.5Z')
export const NewChatIcon = icon('M16.5 10.5v2A1.5 1.5 0 0 1 15 14H9l-3.5 3v-3h-1A1.5 1.5 0 0 1 3 12.5V5a1.5 1.5 0 0 1 1.5-1.5H10M15 2.5v5M12.5 5h5')
export const ArrowIcon = icon('M4 10h12M11 5l5 5-5 5')
