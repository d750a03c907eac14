import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'

export interface Vitals {
  /** Milliseconds. */
  largestPaint: number
  layoutShift: number
  /** Milliseconds, or 0 if every interaction took less than 16. */
  interaction: number
}

const library = createRequire(import.meta.url)
  .resolve('web-vitals')
  .replace(/[^/]*$/, 'web-vitals.iife.js')

const observe = `
  window.vitals = { largestPaint: NaN, layoutShift: 0, interaction: 0 }
  const options = { reportAllChanges: true, durationThreshold: 16 }
  webVitals.onLCP(({ value }) => { vitals.largestPaint = value }, options)
  webVitals.onCLS(({ value }) => { vitals.layoutShift = value }, options)
  webVitals.onINP(({ value }) => { vitals.interaction = value }, options)`

const CONTROLS = ['input:not([type=hidden])', 'textarea', 'select', 'summary', 'button[aria-expanded]']
const MOST_CONTROLS = 3

/** Opens the page, taps its heading and its first controls, types, and reads the Web Vitals. */
export async function visit(page: Page, url: string): Promise<Vitals> {
  // In one script, because each script has its own variables.
  await page.addInitScript(`${readFileSync(library, 'utf8')}\n${observe}`)
  await page.goto(url, { waitUntil: 'networkidle' })
  await page.locator('h1').first().tap()
  const controls = page.locator(`main :is(${CONTROLS.join()}):visible:enabled`)
  const count = Math.min(await controls.count(), MOST_CONTROLS)
  for (let index = 0; index < count; index++) {
    await controls.nth(index).tap()
    await page.keyboard.press('a')
    await page.keyboard.press('Escape')
  }
  // After two frames, the result of the last interaction is painted and reported.
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))')
  await page.waitForTimeout(200)
  return page.evaluate<Vitals>('vitals')
}
