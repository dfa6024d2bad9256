import { IconButton } from '@/components/ui/icon-button'
import { MoonIcon, SunIcon, SystemIcon } from '@/components/ui/icons'
import { Menu, MenuChoice } from '@/components/ui/menu'
import { themes, useTheme } from '@/lib/theme'
import { s } from '@/strings'

const icons = { system: SystemIcon, light: SunIcon, dark: MoonIcon }

export function ThemeMenu() {
  const [theme, setTheme] = useTheme()
  const Icon = icons[theme]
  return (
    <Menu label={s.theme.label} trigger={<IconButton label={`${s.theme.label}: ${s.theme[theme]}`}><Icon /></IconButton>}>
      <MenuChoice value={theme} onChange={setTheme} choices={themes.map((value) => ({ value, label: s.theme[value] }))} />
    </Menu>
  )
}
