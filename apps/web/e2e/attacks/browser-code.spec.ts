import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

import { expect, test } from '@playwright/test'

import { webDirectory } from '@kit/attacks/app/environment'
import { isDevelopmentServer } from '@kit/attacks/app/manifest'

// A development server keeps its chunks elsewhere and doesn't tree-shake them.
if (!(await isDevelopmentServer())) {
  test('the schema library is not in any browser bundle', () => {
    const folder = path.join(webDirectory, '.next/static/chunks')
    const chunks = readdirSync(folder).filter((name) => name.endsWith('.js'))
    expect(chunks.length).toBeGreaterThan(0)
    const holding = chunks.filter((name) =>
      readFileSync(path.join(folder, name), 'utf8').includes('ZodString'),
    )
    expect(holding).toEqual([])
  })
}
