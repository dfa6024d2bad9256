import { defineConfig } from '@playwright/test'
import { existsSync } from 'node:fs'

/** The specs are for the real stack; with E2E_DOUBLE=1 they run against the double, from a built page. */
const useDouble = process.env.E2E_DOUBLE === '1'
const baseURL = useDouble ? 'http://127.0.0.1:4180' : (process.env.E2E_BASE_URL ?? 'http://127.0.0.1:8000')
const chromium = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  timeout: 30_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    baseURL,
    trace: 'retain-on-failure',
    viewport: { width: 1440, height: 900 },
    launchOptions: existsSync(chromium) ? { executablePath: chromium } : {},
  },
  ...(useDouble ? { webServer: { command: 'npm run preview:double', url: `${baseURL}/health`, reuseExistingServer: true } } : {}),
})
