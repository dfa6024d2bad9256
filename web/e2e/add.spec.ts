import { expect, test } from '@playwright/test'
import { captionFile, chooseFile, webvtt } from './steps'

test('a caption file opens as a transcript, with the title given', async ({ page }) => {
  const title = `Talk ${Date.now()}`
  await chooseFile(page, captionFile('talk.vtt', webvtt(['We begin with the weather', 'then we speak of boats'])))
  await page.getByText('Title, link and language').click()
  await page.getByLabel('Title').fill(title)
  await page.getByRole('button', { name: 'Add the captions' }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await expect(page.getByRole('option').nth(1)).toContainText('then we speak of boats')
})

test('right-to-left captions run from the right', async ({ page }) => {
  await chooseFile(page, captionFile('rtl.vtt', webvtt(['הגשר עומד על שתי רגליים', 'الجسر يقف على قدمين', 'The bridge stands on two feet'])))
  await page.getByRole('button', { name: 'Add the captions' }).click()
  const direction = (nth: number) => page.getByRole('option').nth(nth).locator('[dir=auto]').last().evaluate((cue) => getComputedStyle(cue).direction)
  await expect(page.getByRole('option').nth(2)).toBeVisible()
  expect([await direction(0), await direction(1), await direction(2)]).toEqual(['rtl', 'rtl', 'ltr'])
})

test('twenty thousand lines open, jump and search at once', async ({ page }) => {
  await chooseFile(page, captionFile('long.vtt', webvtt(Array.from({ length: 20_000 }, (_, i) => `line number ${i + 1} of a very long day`))))
  await page.getByRole('button', { name: 'Add the captions' }).click()
  await expect(page.getByRole('option').first()).toBeVisible({ timeout: 20_000 })
  expect(await page.getByRole('option').count()).toBeLessThan(120)
  await page.getByRole('listbox').press('End')
  await expect(page.getByRole('option').last()).toContainText('line number 20000')
  await page.getByRole('textbox', { name: 'Search the transcript' }).fill('number 12345 ')
  await expect(page.getByText('1 of 1')).toBeVisible()
  await expect(page.getByRole('option').filter({ hasText: 'line number 12345 ' })).toBeInViewport()
})

test('pasted captions are recognised', async ({ page }) => {
  await page.goto('/')
  const srt = '1\n00:00:01,000 --> 00:00:03,000\nPasted by hand\n\n2\n00:00:03,000 --> 00:00:05,000\nand read\n'
  await page.getByLabel('YouTube link or caption text').fill(srt)
  await expect(page.getByText('Captions (SubRip)')).toBeVisible()
  await page.getByRole('button', { name: 'Add the captions' }).click()
  await expect(page.getByRole('option').first()).toContainText('Pasted by hand')
})

test('a file without captions says so and keeps what was typed', async ({ page }) => {
  await page.goto('/')
  const box = page.getByLabel('YouTube link or caption text')
  await box.fill('https://www.youtube.com/watch?v=aaaaaaaaaaa')
  await page.locator('input[type=file]').setInputFiles(captionFile('broken.vtt', 'this is a shopping list\n'))
  await page.getByRole('button', { name: 'Add the captions' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(box).toHaveValue('https://www.youtube.com/watch?v=aaaaaaaaaaa')
  await expect(page.getByText('broken.vtt')).toBeVisible()
})

test('a file of another kind is refused before it is sent', async ({ page }) => {
  await page.goto('/')
  await page.locator('input[type=file]').setInputFiles({ name: 'film.mp4', mimeType: 'video/mp4', buffer: Buffer.from('x') })
  await expect(page.getByRole('alert')).toContainText('film.mp4 is not a caption file')
})

test('a bad link says so and stays in the box, also over a reload', async ({ page }) => {
  await page.goto('/')
  const box = page.getByLabel('YouTube link or caption text')
  await box.fill('https://example.org/watch?v=1')
  await box.press('Enter')
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(box).toHaveValue('https://example.org/watch?v=1')
  await page.reload()
  await expect(box).toHaveValue('https://example.org/watch?v=1')
})
