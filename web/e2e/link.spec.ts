import { expect, test } from '@playwright/test'
import { ask, captionFile, finishedAnswer, webvtt } from './steps'

/** These links lead to the YouTube stand-in that `make e2e` puts behind the product. */
test.skip(process.env.E2E_STANDIN !== '1', 'needs the YouTube stand-in')

const paste = async (page: import('@playwright/test').Page, id: string) => {
  await page.goto('/')
  const box = page.getByLabel('YouTube link or caption text')
  await box.fill(`https://www.youtube.com/watch?v=${id}&t=42s`)
  await box.press('Enter')
}

test('a link becomes a transcript with chapters, and an answer leads back to the film', async ({ page }) => {
  await paste(page, 'longTalk001')
  await expect(page.getByRole('heading', { level: 1, name: 'The sea, lecture 3: why there are tides' })).toBeVisible({ timeout: 30_000 })
  await expect(page.getByRole('option').first()).toBeVisible()
  await ask(page, 'Why are there two tides a day?')
  const answer = await finishedAnswer(page)
  await answer.getByRole('button', { name: /^Source 1/ }).first().click()
  await expect(page.getByRole('link', { name: /Watch at/ })).toHaveAttribute('href', /^https:\/\/www\.youtube\.com\/watch\?v=longTalk001&t=\d+s$/)
})

test('a video that YouTube refuses says why, and a caption file rescues it', async ({ page }) => {
  await paste(page, 'private0001')
  await expect(page.getByRole('heading', { name: 'This video is private' })).toBeVisible({ timeout: 30_000 })
  await page.getByRole('button', { name: 'Upload a caption file instead' }).click()
  await page.locator('input[type=file]').first().setInputFiles(captionFile('mine.vtt', webvtt(['These are my own words'])))
  await page.getByRole('button', { name: 'Add the captions' }).click()
  await expect(page.getByRole('option').first()).toContainText('These are my own words')
})
