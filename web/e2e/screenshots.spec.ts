import { expect, test, type Page } from '@playwright/test'
import { ask, finishedAnswer, openSample } from './steps'

const folder = process.env.SCREENSHOT_DIR
test.skip(!folder, 'set SCREENSHOT_DIR to have the pictures taken')

async function shoot(page: Page, name: string) {
  await page.mouse.move(0, 0)
  await page.waitForFunction(() => document.getAnimations().every((one) => one.playState !== 'running' || one.effect?.getComputedTiming().iterations === Infinity))
  await page.screenshot({ path: `${folder ?? ''}/${name}.png` })
}

const looks = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
} as const

for (const [look, options] of Object.entries(looks)) {
  test.describe(look, () => {
    test.use(options)

    test('welcome', async ({ page }) => {
      // a first start, whatever the server holds
      for (const list of ['**/videos', '**/chat/sessions']) await page.route(list, (route) => route.fulfill({ json: [] }))
      await page.goto('/')
      await expect(page.getByRole('button', { name: 'Try the sample' })).toBeVisible()
      await shoot(page, `welcome-${look}`)
    })

    test('watch', async ({ page }) => {
      await openSample(page)
      if (look === 'phone') await page.getByRole('tab', { name: 'Chat', exact: true }).click()
      await ask(page, 'Why does a stone bridge need a keystone?')
      const answer = await finishedAnswer(page)
      await shoot(page, `answer-${look}`)
      await answer.locator('button[data-start-ms]').first().click()
      await expect(page.getByRole('option', { selected: true }).first()).toBeInViewport()
      await shoot(page, `watch-${look}`)
    })

    test('error', async ({ page }) => {
      await page.goto('/')
      await page.getByLabel('YouTube link or caption text').fill('https://example.org/watch?v=1')
      await page.getByLabel('YouTube link or caption text').press('Enter')
      await expect(page.getByRole('alert')).toBeVisible()
      await shoot(page, `error-${look}`)
    })
  })
}
