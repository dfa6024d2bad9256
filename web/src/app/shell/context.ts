import { createContext, use } from 'react'

export interface ShellVerbs {
  openSidebar: () => void
  openAdd: (file?: File) => void
}

export const ShellContext = createContext<ShellVerbs>({ openSidebar: () => undefined, openAdd: () => undefined })
export const useShell = () => use(ShellContext)
