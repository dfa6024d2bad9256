import { useStored } from './storage'

export type Theme = 'system' | 'light' | 'dark'
export const themes: readonly Theme[] = ['system', 'light', 'dark']

/** theme-boot.js applies the stored choice before the first paint; here it is changed. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const [value, setValue] = useStored('theme')
  const choose = (theme: Theme) => {
    setValue(theme === 'system' ? null : theme)
    if (theme === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = theme
  }
  return [value === 'light' || value === 'dark' ? value : 'system', choose]
}
