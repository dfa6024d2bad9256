import { screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { s } from '@/strings'
import { openSample, renderApp, serveDouble } from '@/test/render-app'

const double = serveDouble()
const composer = () => screen.findByLabelText(s.chat.composerLabel)

describe('a question that fails', () => {
  it('returns to the box when the server refused it, and is sent again with the same key', async () => {
    const { user } = await openSample()
    double.current.state.askFaults.push('refuse')
    await user.type(await composer(), 'What is a keystone?{Enter}')
    expect(await screen.findByText(/answering machine rests/)).toBeVisible()
    expect(await composer()).toHaveValue('What is a keystone?')
    await user.click(screen.getByRole('button', { name: s.retry }))
    await screen.findByRole('article', { busy: false })
    expect(double.current.state.sessions).toHaveLength(1)
    expect(await composer()).toHaveValue('')
  })

  it.each([['error', 'The model gave up half way.'], ['cut', null]] as const)('that was stored can be asked again after: %s', async (fault, detail) => {
    const { user } = await openSample()
    double.current.state.askFaults.push(fault)
    await user.type(await composer(), 'What is a keystone?{Enter}')
    expect(await screen.findByText(s.chat.unanswered)).toBeVisible()
    if (detail) expect(screen.getByText(detail)).toBeVisible()
    await user.click(screen.getByRole('button', { name: s.chat.askAgain }))
    await screen.findByRole('article', { busy: false })
    const [session] = double.current.state.sessions
    expect(double.current.state.messages.get(session!.session_id)!.map(({ role }) => role)).toEqual(['user', 'assistant'])
  })

  it('stays in the box of its chat over a reload', async () => {
    const { user, address } = await openSample()
    await user.type(await composer(), 'half a thou')
    const at = address()
    document.body.replaceChildren()
    renderApp(at)
    expect(await composer()).toHaveValue('half a thou')
  })
})

describe('the keyboard', () => {
  it('moves through the cues, searches and adds', async () => {
    const { user, address } = await openSample()
    const list = await screen.findByRole('listbox')
    list.focus()
    await user.keyboard('{ArrowDown}{ArrowDown}{Enter}')
    await waitFor(() => { expect(address()).toContain('?t=') })
    expect(await screen.findByRole('option', { selected: true })).toHaveAttribute('aria-posinset', '3')

    await user.keyboard('/')
    const search = screen.getByLabelText(s.video.search)
    await waitFor(() => { expect(search).toHaveFocus() })
    await user.keyboard('keystone')
    expect(await screen.findByText(/^1 of \d+$/)).toBeVisible()
    await user.keyboard('{Enter}')
    expect(await screen.findByText(/^2 of \d+$/)).toBeVisible()
    await user.keyboard('{Escape}')
    expect(list).toHaveFocus()

    await user.keyboard('n')
    expect(await screen.findByRole('dialog', { name: s.add.title })).toBeVisible()
    await user.keyboard('{Escape}')
    await waitFor(() => { expect(screen.queryByRole('dialog')).toBeNull() })
  })
})
