import { expect, test } from '@playwright/test'
import { finishedAnswer, openSample } from './steps'

test('the whole way needs no mouse', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openSample(page)

  await page.keyboard.press('/')
  await expect(page.getByRole('textbox', { name: 'Search the transcript' })).toBeFocused()
  await page.keyboard.press('Escape')
  const list = page.getByRole('listbox')
  await expect(list).toBeFocused()

  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('option', { selected: true })).toHaveAttribute('aria-posinset', '3')
  await expect(page.getByText('Link copied')).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('t=')

  await page.getByLabel('Your question').focus()
  await page.keyboard.type('Why does a stone bridge need a keystone?')
  await page.keyboard.press('Shift+Enter')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Enter')
  const answer = await finishedAnswer(page)
  await expect(page.getByLabel('Your question')).toBeFocused()

  const chip = answer.locator('button[data-start-ms]').first()
  await chip.focus()
  await page.keyboard.press('Enter')
  await expect(list).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(chip).toBeFocused()
})

test('n opens the dialog, Escape gives the focus back', async ({ page }) => {
  await openSample(page)
  const button = page.getByRole('button', { name: 'New', exact: true })
  await button.focus()
  await page.keyboard.press('n')
  await expect(page.getByRole('dialog').getByLabel('YouTube link or caption text')).toBeFocused()
  await page.keyboard.type('n / typed')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(button).toBeFocused()
  await page.keyboard.press('n')
  await expect(page.getByRole('dialog').getByLabel('YouTube link or caption text')).toHaveValue('n / typed')
})

test('the first Tab leads past the lists', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
})
