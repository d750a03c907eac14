import { gzipSync } from 'node:zlib'

import { expect } from '@playwright/test'

import { isDevelopmentServer } from '@kit/attacks/app/manifest'
import { signedIn } from '@kit/attacks/engine/caller'
import { cookieOf } from '@kit/attacks/engine/page-reply'
import { test } from '@kit/attacks/engine/test'
import { send } from '@kit/attacks/http/raw-http'

const ROWS = 20
/** Bytes of the document. */
const MOST_BYTES = 70_000
const MOST_BYTES_OF_GZIP = 10_000

// A development server sends other documents.
const isBuilt = !(await isDevelopmentServer())

const sizeTest = () =>
  test('a full page of tasks is a small document', async ({ arena }) => {
    const organizationId = arena.organizationId('acme')
    await arena.database.sql`
      INSERT INTO task (organization_id, created_by, title)
      SELECT ${organizationId}, ${arena.userId('owner@acme.test')}, 'Prepare the release notes ' || number
      FROM generate_series(1, ${ROWS}) AS number`
    const { body } = await send({
      method: 'GET',
      path: '/acme/tasks',
      headers: { Accept: 'text/html', ...cookieOf(signedIn(arena, 'owner@acme.test')) },
    })
    await arena.restore(await arena.snapshot())
    const document = Buffer.from(body)
    expect(body.match(/class="task-row"/g)).toHaveLength(ROWS)
    expect(document.length).toBeLessThanOrEqual(MOST_BYTES)
    expect(gzipSync(document).length).toBeLessThanOrEqual(MOST_BYTES_OF_GZIP)
  })

if (isBuilt) sizeTest()
