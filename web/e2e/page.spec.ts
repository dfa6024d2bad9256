import { expect, test } from '@playwright/test'
import { openSample } from './steps'

test('nothing is asked of any other host, and nothing breaks the strictest policy', async ({ page, baseURL }) => {
  const foreign: string[] = []
  const errors: string[] = []
  page.on('request', (request) => { if (!request.url().startsWith(baseURL ?? '')) foreign.push(request.url()) })
  page.on('console', (message) => { if (message.type() === 'error') errors.push(message.text()) })
  page.on('pageerror', (error) => errors.push(error.message))
  await openSample(page)
  expect(foreign).toEqual([])
  expect(errors).toEqual([])
  expect(await page.locator('script:not([src])').count()).toBe(0)
})

test('each view has its own title', async ({ page }) => {
  await page.goto('/')
  await expect(page).toHaveTitle('YouTube Extractor')
  await openSample(page)
  await expect(page).toHaveTitle(/.+ · YouTube Extractor$/)
  await page.goto('/library')
  await expect(page).toHaveTitle(/.+ · YouTube Extractor$/)
})

test('nothing moves while the start page loads', async ({ page }) => {
  await page.addInitScript(() => {
    const seen = { shift: 0 }
    Object.assign(window, { seen })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.shift += (entry as unknown as { value: number }).value
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.waitForLoadState('networkidle')
  expect(await page.evaluate(() => (window as unknown as { seen: { shift: number } }).seen.shift)).toBeLessThan(0.05)
})
