import AxeBuilder from '@axe-core/playwright'
import { expect, type Locator, type Page } from '@playwright/test'

/** Opens the sample as a person would, whether or not it has been opened here before. */
export async function openSample(page: Page) {
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const button = page.getByRole('button', { name: /^(Try|Open) the sample$/ })
  if (await button.isVisible()) await button.click()
  else {
    const response = await page.request.post('/videos/sample')
    const { video_id } = (await response.json()) as { video_id: number }
    await page.goto(`/watch/${video_id}`)
  }
  await expect(page).toHaveURL(/\/watch\/\d+$/)
  await expect(page.getByRole('option').first()).toBeVisible()
}

export const answers = (page: Page) => page.getByRole('article', { name: 'Answer' })

/** Waits until the last answer is whole and stored. */
export async function finishedAnswer(page: Page, nth = 0): Promise<Locator> {
  const answer = answers(page).nth(nth)
  await expect(answer).toHaveAttribute('aria-busy', 'false', { timeout: 25_000 })
  return answer
}

export async function ask(page: Page, question: string) {
  const box = page.getByLabel('Your question')
  await box.fill(question)
  await box.press('Enter')
}

export const captionFile = (name: string, text: string) => ({ name, mimeType: 'text/vtt', buffer: Buffer.from(text) })

export async function chooseFile(page: Page, file: ReturnType<typeof captionFile>) {
  await page.goto('/')
  await page.locator('input[type=file]').setInputFiles(file)
}

const stamp = (seconds: number) => {
  const part = (n: number) => String(n).padStart(2, '0')
  return `${part(Math.floor(seconds / 3600))}:${part(Math.floor(seconds / 60) % 60)}:${part(seconds % 60)}.000`
}

/** A WebVTT file with one line each three seconds. */
export const webvtt = (lines: string[]) =>
  `WEBVTT\n\n${lines.map((line, index) => `${stamp(index * 3)} --> ${stamp(index * 3 + 3)}\n${line}\n`).join('\n')}`

export async function expectAccessible(page: Page) {
  // colours are measured at rest, not half way through a fade
  await page.evaluate(() => Promise.all(document.getAnimations().filter((one) => one.effect?.getComputedTiming().iterations !== Infinity).map((one) => one.finished.catch(() => undefined))))
  const { violations } = await new AxeBuilder({ page }).analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join(' | ')}`)).toEqual([])
}
