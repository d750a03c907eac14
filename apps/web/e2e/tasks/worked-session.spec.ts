import { execFile } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'

import { expect } from '@playwright/test'

import { baseUrl } from '@kit/attacks/app/environment'
import { repositoryDirectory } from '@kit/attacks/engine/arena'
import { test } from '@kit/attacks/engine/test'
import { documentOf } from './worked-session-document'
import { steps } from './worked-session'

const file = path.join(repositoryDirectory, 'docs/attacks.md')
const run = promisify(execFile)

/** Separates the outputs of two steps. */
const MARK = '\u001e'

test('docs/attacks.md shows the current output', async ({ arena }, { config }) => {
  await arena.database.resetCounters()
  const script = steps.map(({ command }) => command).join(`\nprintf '${MARK}'\n`)
  const { stdout } = await run('bash', ['-c', script], { env: { ...process.env, APP: baseUrl().origin } })
  await arena.restore(await arena.snapshot())
  const document = documentOf(stdout.split(MARK))
  // Update the document with `pnpm test:attacks worked-session --update-snapshots`.
  if (config.updateSnapshots === 'all' || config.updateSnapshots === 'changed') writeFileSync(file, document)
  expect(readFileSync(file, 'utf8')).toBe(document)
})
