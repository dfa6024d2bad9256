import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { s } from '@/strings'
import { openSample, renderApp, serveDouble } from '@/test/render-app'

const double = serveDouble()

describe('the first start', () => {
  it('says what this is and opens the sample with questions to begin with', async () => {
    await openSample()
    for (const question of s.chat.sampleQuestions) expect(screen.getByRole('button', { name: question })).toBeVisible()
    expect(await screen.findAllByRole('option')).not.toHaveLength(0)
  })

  it('makes the chat with the first question, and marks where the answer was said', async () => {
    const { user, address } = await openSample()
    await user.click(screen.getByRole('button', { name: s.chat.sampleQuestions[0]! }))
    const answer = await screen.findByRole('article', { name: s.chat.answer, busy: false })
    expect(address()).toMatch(/^\/watch\/\d+\?chat=\d+$/)
    expect(double.current.state.sessions).toHaveLength(1)

    const [citation] = double.current.state.messages.get(double.current.state.sessions[0]!.session_id)![1]!.citations
    await user.click(within(answer).getAllByRole('button', { name: /^Source 1, said at/ })[0]!)
    await waitFor(() => { expect(address()).toContain(`t=${citation!.start_ms / 1000}`) })
    await waitFor(() => { expect(screen.getByRole('option', { selected: true })).toHaveTextContent(citation!.quote) })
    expect(screen.getByRole('listbox')).toHaveFocus()
  })

  it('announces the finished answer', async () => {
    const { user } = await openSample()
    await user.click(screen.getByRole('button', { name: s.chat.sampleQuestions[1]! }))
    expect(await screen.findByText(/^Answer: The video says/)).toHaveAttribute('aria-live', 'polite')
  })
})

describe('adding', () => {
  it('keeps a link that the server refuses, and says why', async () => {
    const { user } = renderApp('/')
    const box = await screen.findByLabelText(s.add.label)
    await user.type(box, 'https://example.org/nothing{Enter}')
    expect(await screen.findByRole('alert')).toHaveTextContent('not a link to a YouTube video')
    expect(box).toHaveValue('https://example.org/nothing')
  })

  it('follows a link to its transcript', async () => {
    const { user, address } = renderApp('/')
    await user.type(await screen.findByLabelText(s.add.label), 'https://youtu.be/bridges0001{Enter}')
    expect(await screen.findByRole('heading', { level: 1, name: 'How bridges carry what they carry' })).toBeVisible()
    expect(address()).toMatch(/^\/watch\/\d+$/)
  })

  it('says what went wrong with a link and offers a file instead', async () => {
    const { user } = renderApp('/')
    const box = await screen.findByLabelText(s.add.label)
    await user.type(box, 'https://youtu.be/private0001{Enter}')
    expect(await screen.findByText(s.outcomes.private!.title)).toBeVisible()
    expect(screen.getByRole('button', { name: s.add.uploadInstead })).toBeVisible()
    expect(box).toHaveValue('https://youtu.be/private0001')
  })

  it('opens a caption file, right to left too', async () => {
    const { user } = renderApp('/')
    const file = new File(['WEBVTT\n\n00:01.000 --> 00:03.000\nשלום עולם\n'], 'שיחה.vtt')
    await user.upload((await screen.findAllByLabelText(s.add.choose)).find((one) => one instanceof HTMLInputElement)!, file)
    await user.click(screen.getByRole('button', { name: s.add.submitCaptions }))
    expect(await screen.findByRole('option')).toHaveTextContent('שלום עולם')
  })

  it('refuses a file that is no caption file without asking the server', async () => {
    const user = renderApp('/').user
    const input = (await screen.findAllByLabelText<HTMLInputElement>(s.add.choose)).find((one) => one instanceof HTMLInputElement)!
    input.removeAttribute('accept')
    await user.upload(input, new File(['x'], 'film.mp4'))
    expect(await screen.findByRole('alert')).toHaveTextContent('film.mp4 is not a caption file')
  })

  it('keeps a text that can’t be read, with the reason', async () => {
    const { user } = renderApp('/')
    const box = await screen.findByLabelText(s.add.label)
    await user.type(box, 'hello{Enter}')
    expect(await screen.findByRole('alert')).toHaveTextContent(s.add.unclear)
    expect(box).toHaveValue('hello')
  })
})
