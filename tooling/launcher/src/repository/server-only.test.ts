import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, it } from 'vitest'
import { root } from './paths'

/** Modules that read settings, secrets included, and don't need the marker, with the reason. */
const exceptions: Record<string, string> = {
  'apps/web/src/proxy.ts': 'nothing imports it: it is a server entry',
  'apps/web/src/lib/overload/count-ip-read.ts': 'only the proxy imports it',
  'apps/web/src/lib/request/readiness.ts':
    'only instrumentation.ts imports it, which no browser bundle contains',
  'packages/db/src/connection/client.ts': 'seeding and tests run it in plain Node, where the marker throws',
  'packages/db/src/connection/worker-connections.ts': '`pnpm worker` runs it in plain Node',
  'packages/db/src/tenancy/shares.ts': 'seeding and tests run it in plain Node, where the marker throws',
  'packages/jobs/src/app-worker.ts': 'only instrumentation.ts imports it',
  'packages/jobs/src/remove-expired.ts': '`pnpm worker` runs it in plain Node',
  'packages/mail/src/mail-link.ts': '`pnpm worker` runs it in plain Node',
  'packages/mail/src/send.ts': '`pnpm worker` runs it in plain Node',
  'packages/server/src/reset-two-factor.ts': 'a script that Node runs by itself',
  'packages/server/src/settings.ts': 'only scripts that Node runs by themselves import it',
  'packages/server/src/start.ts': 'a script that Node runs by itself',
  'packages/server/src/worker.ts': 'a script that Node runs by itself',
}

const sources = ['apps/web/src', ...readdirSync(join(root, 'packages')).map((name) => `packages/${name}/src`)]
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true }).map((entry) =>
      relative(root, join(entry.parentPath, entry.name)),
    ),
  )
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|\/testing\//.test(file))

/** An import of values; type imports are gone at runtime. */
const readsSettings = /^import (?!type\b)[^;]*?\bfrom '@kit\/env'/m
const marked = /^import 'server-only'$/m
const text = (file: string) => readFileSync(join(root, file), 'utf8')
const readers = sources.filter((file) => readsSettings.test(text(file)))

it('no module that reads settings can end up in a browser bundle', () => {
  expect(readers.length).toBeGreaterThan(10)
  const unmarked = readers.filter((file) => !marked.test(text(file)))
  expect(unmarked.toSorted()).toEqual(Object.keys(exceptions).toSorted())
})

it('finds a module without the marker', () => {
  const source = "import {\n  env,\n} from '@kit/env'\n"
  expect(readsSettings.test(source)).toBe(true)
  expect(marked.test(source)).toBe(false)
  expect(readsSettings.test("import type { Env } from '@kit/env'\n")).toBe(false)
})
