import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { s } from '@/strings'
import { openSample, renderApp, serveDouble } from '@/test/render-app'

const double = serveDouble()

describe('chats', () => {
  it('are grouped, renamed and deleted', async () => {
    const { user, address } = await openSample()
    await user.click(screen.getByRole('button', { name: s.chat.sampleQuestions[2]! }))
    await screen.findByRole('article', { busy: false })
    const list = screen.getByRole('complementary')
    expect(await within(list).findByRole('heading', { name: s.sidebar.days.today })).toBeVisible()

    await user.click(await within(list).findByRole('button', { name: s.sidebar.chatMenu(s.chat.sampleQuestions[2]!) }))
    await user.click(await screen.findByRole('menuitem', { name: s.rename }))
    await user.clear(screen.getByLabelText(s.sidebar.renameLabel))
    await user.type(screen.getByLabelText(s.sidebar.renameLabel), 'Measuring{Enter}')
    expect(await within(list).findByText('Measuring')).toBeVisible()
    await waitFor(() => { expect(double.current.state.sessions[0]?.title).toBe('Measuring') })

    await user.click(within(list).getByRole('button', { name: s.sidebar.chatMenu('Measuring') }))
    await user.click(await screen.findByRole('menuitem', { name: s.delete }))
    await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: s.delete }))
    await waitFor(() => { expect(double.current.state.sessions).toHaveLength(0) })
    await waitFor(() => { expect(address()).toBe('/') })
  })

  it('show where the history came from', async () => {
    const { state } = double.current
    const video = state.addVideo({ source: 'upload', title: 'A talk' }, [{ cues: [[0, 1000, 'Hello']], language: 'en', kind: 'upload', name: '' }])
    state.sessions.push({ session_id: 900, title: 'Old chat', video_id: video.video_id, video_url: null, video_title: 'A talk', created_at: state.now(), updated_at: state.now(), message_count: 0 })
    state.addMessage(900, 'user', 'Anything?')
    state.warm.add(900)
    renderApp(`/watch/${video.video_id}?chat=900`)
    expect(await screen.findByTestId('served')).toHaveTextContent('from cache')
    expect(await screen.findByText(s.chat.unanswered)).toBeVisible()
  })

  it('without a video stay readable and are closed', async () => {
    const { state } = double.current
    state.sessions.push({ session_id: 901, title: 'Lost', video_id: null, video_url: null, video_title: null, created_at: state.now(), updated_at: state.now(), message_count: 0 })
    state.addMessage(901, 'user', 'Q')
    state.addMessage(901, 'assistant', 'A stored answer')
    renderApp('/?chat=901')
    expect(await screen.findByText('A stored answer')).toBeVisible()
    expect(await screen.findByText(s.chat.noVideo)).toBeVisible()
  })
})

describe('when something is missing', () => {
  it('an unknown address has its own page', async () => {
    renderApp('/nowhere')
    expect(await screen.findByRole('heading', { level: 1, name: s.notFound.title })).toBeVisible()
  })

  it.each(['/watch/77', '/watch/nonsense'])('%s says that the video is not here', async (path) => {
    renderApp(path)
    expect(await screen.findByRole('heading', { level: 1, name: s.video.gone })).toBeVisible()
  })

  it('a dead server is said once, and recovers by itself', async () => {
    double.current.state.isDead = true
    const { user } = renderApp('/')
    expect((await screen.findAllByText(s.offline))[0]).toBeVisible()
    await user.type(await screen.findByLabelText(s.add.label), 'kept')
    double.current.state.isDead = false
    await waitFor(() => { expect(screen.queryByText(s.offline)).toBeNull() })
    expect(screen.getByLabelText(s.add.label)).toHaveValue('kept')
  })

  it('the health says in plain words what is down', async () => {
    double.current.state.health = { ...double.current.state.health, status: 'degraded', redis: 'down' }
    renderApp('/')
    expect(await screen.findByRole('button', { name: s.health.redisDown })).toBeVisible()
  })
})
