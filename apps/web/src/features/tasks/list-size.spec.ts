import { gzipSync } from 'node:zlib'

import { expect } from '@playwright/test'

import { isDevelopmentServer } from '@kit/attacks/app/manifest'
import { signedIn } from '@kit/attacks/engine/caller'
import { cookieOf } from '@kit/attacks/engine/page-reply'
import { test } from '@kit/attacks/engine/test'
import { send } from '@kit/attacks/http/raw-http'

const ROWS = 20
/** Bytes of the document. */
const MOST_BYTES = 68_000
const MOST_BYTES_OF_GZIP = 10_600

// A development server sends other documents.
const isBuilt = !(await isDevelopmentServer())

const sizeTest = () =>
  test('a full page of tasks is a small document', async ({ arena }) => {
    const { body } = await send({
      method: 'GET',
      // The first twenty of the seed, with people and due dates.
      path: '/acme/tasks?sort=oldest',
      headers: { Accept: 'text/html', ...cookieOf(signedIn(arena, 'owner@acme.test')) },
    })
    const document = Buffer.from(body)
    expect(body.match(/class="task-row"/g)).toHaveLength(ROWS)
    expect(document.length).toBeLessThanOrEqual(MOST_BYTES)
    expect(gzipSync(document).length).toBeLessThanOrEqual(MOST_BYTES_OF_GZIP)
  })

if (isBuilt) sizeTest()
