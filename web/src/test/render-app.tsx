import { createMemoryHistory } from '@tanstack/react-router'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach } from 'vitest'
import { Providers } from '@/app/providers'
import { configureApi } from '@/lib/api/client'
import { connection } from '@/lib/connection'
import { s } from '@/strings'
import { createDouble, type Double } from '../../e2e/double/server'

/** The page at an address, against a server that speaks the API's protocol over real HTTP. */
export function renderApp(path = '/') {
  const history = createMemoryHistory({ initialEntries: [path] })
  const user = userEvent.setup()
  render(<Providers history={history} />)
  return { user, history, address: () => history.location.href }
}

/** A fresh server for each test. */
export function serveDouble(): { readonly current: Double } {
  const holder: { current: Double } = { current: createDouble() }
  beforeEach(async () => {
    holder.current = createDouble()
    configureApi({ origin: await holder.current.listen() })
    connection.restored()
  })
  afterEach(() => holder.current.close())
  return holder
}

export async function openSample() {
  const app = renderApp('/')
  await app.user.click(await screen.findByRole('button', { name: s.welcome.sample }))
  await screen.findByRole('heading', { level: 1, name: 'How bridges stand up' })
  return app
}
