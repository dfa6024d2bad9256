import { expect, test } from '@playwright/test'
import { ask, finishedAnswer, openSample } from './steps'

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

test('one panel at a time; a citation moves to the transcript', async ({ page }) => {
  await openSample(page)
  await page.getByRole('tab', { name: 'Chat', exact: true }).tap()
  await ask(page, 'Why does a stone bridge need a keystone?')
  const answer = await finishedAnswer(page)
  await answer.locator('button[data-start-ms]').first().tap()
  await expect(page.getByRole('tab', { name: 'Transcript' })).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByRole('option', { selected: true }).first()).toBeInViewport()
  await expect(answer).toBeHidden()
})

test('the lists are a drawer that closes when something is opened', async ({ page }) => {
  await openSample(page)
  await page.getByRole('button', { name: 'Open chats and videos' }).tap()
  const drawer = page.getByRole('dialog', { name: 'Chats and videos' })
  await drawer.getByRole('tab', { name: 'Videos' }).tap()
  await drawer.getByRole('link', { name: 'YouTube Extractor, start page' }).tap()
  await expect(drawer).toBeHidden()
})

test('nothing is wider than the screen and everything can be touched', async ({ page }) => {
  await openSample(page)
  const checks = async () => {
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    const small = await page.getByRole('button').evaluateAll((buttons) =>
      buttons
        .filter((button) => button.checkVisibility() && !button.dataset.startMs)
        .map((button) => ({ name: button.ariaLabel ?? button.textContent, height: button.getBoundingClientRect().height }))
        .filter(({ height }) => height < 44),
    )
    expect(small).toEqual([])
  }
  await checks()
  await page.getByRole('tab', { name: 'Chat', exact: true }).tap()
  await checks()
})
