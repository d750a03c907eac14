import { inspect } from '../fixtures/inspect'
import { expect, test } from '../fixtures/test'

test('accessibility problems are found in light and dark, on a desktop and a phone', async ({ page }) => {
  await page.setContent(`<html lang="en"><title>Faults</title>
    <style>p { color: #999 } @media (prefers-color-scheme: dark) { :root { background: #222 } p { color: #555 } }
      li { color: #000 } @media (prefers-color-scheme: dark) { li { color: #fff } }
      @media (prefers-color-scheme: dark) and (max-width: 400px) { li.odd { color: #333 } }</style>
    <main><h1>Faults</h1><p>Pale.</p><button></button><div style="width: 600px">Wide.</div>
      <ul><li>Alike.</li><li>Alike.</li><li class="odd">Not alike.</li></ul>
      <p style="margin-top: 60px"><button aria-label="Close">Save</button></p></main></html>`)
  const found = await inspect(page, true)
  expect(found.map((line) => line.replace(/ \(.*/, '')).toSorted()).toEqual([
    '390: scrolls sideways',
    'dark 1280: color-contrast',
    'dark 390: color-contrast',
    'light 1280: button-name',
    'light 1280: color-contrast',
    'light 1280: label-content-name-mismatch',
    'light 390: button-name',
    'light 390: color-contrast',
    'light 390: label-content-name-mismatch',
  ])
  expect(found.find((line) => line.startsWith('dark 390'))).toContain('.odd')
})
