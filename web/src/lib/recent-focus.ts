const remembered = 12
let recent: HTMLElement[] = []

document.addEventListener('focusin', ({ target }) => {
  if (target instanceof HTMLElement) recent = [target, ...recent.filter((one) => one !== target)].slice(0, remembered)
})

/** What had the focus last and is still in the page: where it belongs when a dialog, or the menu that opened it, has gone. */
export const lastFocused = () => recent.find((one) => one.isConnected && one !== document.body)
