// Runs before the first paint, as a classic script of its own file (no inline script: content security policy).
try {
  const stored = localStorage.getItem('ytx.theme')
  if (stored === 'light' || stored === 'dark') document.documentElement.dataset.theme = stored
} catch {
  // storage may be blocked: the system's choice stands
}
