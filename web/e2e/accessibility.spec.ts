import { expect, test } from '@playwright/test'
import { ask, expectAccessible, finishedAnswer, openSample } from './steps'

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })

    test('the start page', async ({ page }) => {
      await page.goto('/')
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expectAccessible(page)
      await page.keyboard.press('n')
      await expect(page.getByRole('dialog')).toBeVisible()
      await expectAccessible(page)
    })

    test('a transcript with an answer and a mark', async ({ page }) => {
      await openSample(page)
      await expectAccessible(page)
      await ask(page, 'Why does a stone bridge need a keystone?')
      const answer = await finishedAnswer(page)
      await answer.locator('button[data-start-ms]').first().click()
      await expect(page.getByRole('option', { selected: true }).first()).toBeVisible()
      await expectAccessible(page)
    })

    test('errors and missing pages', async ({ page }) => {
      await page.goto('/')
      await page.getByLabel('YouTube link or caption text').fill('hello')
      await page.getByLabel('YouTube link or caption text').press('Enter')
      await expect(page.getByRole('alert')).toBeVisible()
      await expectAccessible(page)
      await page.goto('/watch/999999999')
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expectAccessible(page)
    })
  })
}

test('the theme can be chosen and stays', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('button', { name: /^Appearance/ }).click()
  await page.getByRole('menuitemradio', { name: 'Dark' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('dark')
})
