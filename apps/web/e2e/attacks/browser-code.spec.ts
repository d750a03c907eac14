import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

import { expect, test } from '@playwright/test'

import { webDirectory } from '@kit/attacks/app/environment'
import { isDevelopmentServer } from '@kit/attacks/app/manifest'
import { send } from '@kit/attacks/http/raw-http'

/** Returns the names of the browser's files that contain any of the texts. */
function chunksWith(...texts: string[]): string[] {
  const folder = path.join(webDirectory, '.next/static/chunks')
  const chunks = readdirSync(folder).filter((name) => name.endsWith('.js'))
  expect(chunks.length).toBeGreaterThan(0)
  return chunks.filter((name) => {
    const code = readFileSync(path.join(folder, name), 'utf8')
    return texts.some((text) => code.includes(text))
  })
}

// A development server keeps its chunks elsewhere and doesn't tree-shake them.
if (!(await isDevelopmentServer())) {
  test('the schema library is not in any browser bundle', () => {
    expect(chunksWith('ZodString')).toEqual([])
  })

  test('pages with a new password load the list of common passwords only once someone types', async () => {
    // A password of the list, and a name in the library that reads it.
    const checker = chunksWith('superman', 'zxcvbnAsync')
    expect(checker.length).toBeGreaterThan(0)
    for (const page of ['/sign-up', '/reset-password?token=none']) {
      const { body } = await send({ method: 'GET', path: page, headers: { Accept: 'text/html' } })
      expect(body).toContain('/_next/static/chunks/')
      expect(checker.filter((name) => body.includes(name))).toEqual([])
    }
  })
}
