import { expect, test } from '@playwright/test'
import { ask, finishedAnswer, openSample } from './steps'

test('the sample answers a question and its citation marks the cue it was said in', async ({ page }) => {
  await openSample(page)
  await page.getByRole('button', { name: 'Why does a stone bridge need a keystone?', exact: true }).click()
  const answer = await finishedAnswer(page)
  await expect(page).toHaveURL(/chat=\d+/)

  const chip = answer.locator('button[data-start-ms]').first()
  const startMs = Number(await chip.getAttribute('data-start-ms'))
  await chip.click()
  await expect(page).toHaveURL((url) => Number(url.searchParams.get('t')) === startMs / 1000)
  const marked = page.getByRole('option', { selected: true })
  await expect(marked.first()).toBeInViewport()
  const { pathname } = new URL(page.url())
  const transcript = (await (await page.request.get(`/videos/${pathname.split('/').pop() ?? ''}/transcript`)).json()) as { cues: [number, number, string][] }
  const index = transcript.cues.findLastIndex(([start]) => start <= startMs)
  await expect(marked.first()).toHaveAttribute('aria-posinset', String(index + 1))
})

test('a reload shows the same history and the same mark', async ({ page }) => {
  await openSample(page)
  await ask(page, 'How do you find the right tension for a cable?')
  const answer = await finishedAnswer(page)
  await answer.locator('button[data-start-ms]').first().click()
  await expect(page).toHaveURL(/t=/)
  const text = await answer.innerText()

  await page.reload()
  await expect(page.getByText('How do you find the right tension for a cable?').last()).toBeVisible()
  expect(await (await finishedAnswer(page)).innerText()).toBe(text)
  await expect(page.getByRole('option', { selected: true }).first()).toBeInViewport()
  await expect(page.getByTestId('served')).toContainText(/from (cache|the database) · /)
})

test('the chat is in the list, and opens from there', async ({ page }) => {
  await openSample(page)
  const question = `What do engineers measure before they build? (${Date.now()})`
  await ask(page, question)
  await finishedAnswer(page)
  await page.getByRole('link', { name: 'YouTube Extractor, start page' }).click()
  await page.getByRole('complementary').getByRole('link').filter({ hasText: 'How' }).or(page.getByRole('complementary').getByRole('listitem').getByRole('link')).first().click()
  await expect(page.getByText(question).last()).toBeVisible()
})

test('what was typed is still there after a reload', async ({ page }) => {
  await openSample(page)
  await page.getByLabel('Your question').fill('half a question')
  await page.reload()
  await expect(page.getByLabel('Your question')).toHaveValue('half a question')
})
