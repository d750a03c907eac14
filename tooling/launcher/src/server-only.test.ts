import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, it } from 'vitest'
import { root } from './paths'

/** Who reads the settings, secrets among them, and may do without the marker. */
const exceptions: Record<string, string> = {
  'apps/web/src/proxy.ts': 'nothing imports it: it is an entry of the server itself',
  'apps/web/src/lib/request/readiness.ts':
    'only instrumentation.ts imports it, before there is a bundle for anybody',
  'packages/db/src/connection/client.ts':
    'seeding and the tests run it as plain Node, where the marker throws',
}

const sources = ['apps/web/src', ...readdirSync(join(root, 'packages')).map((name) => `packages/${name}/src`)]
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true }).map((entry) =>
      relative(root, join(entry.parentPath, entry.name)),
    ),
  )
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|\/testing\//.test(file))

/** An import of values; what is imported as a type is gone when it runs. */
const readsSettings = /^import (?!type\b)[^;]*?\bfrom '@kit\/env'/m
const marked = /^import 'server-only'$/m
const text = (file: string) => readFileSync(join(root, file), 'utf8')
const readers = sources.filter((file) => readsSettings.test(text(file)))

it('no module that reads the settings can end in what a browser loads', () => {
  expect(readers.length).toBeGreaterThan(10)
  const unmarked = readers.filter((file) => !marked.test(text(file)))
  expect(unmarked.toSorted()).toEqual(Object.keys(exceptions).toSorted())
})

it('a module that nobody marked is found', () => {
  const source = "import {\n  env,\n} from '@kit/env'\n"
  expect(readsSettings.test(source)).toBe(true)
  expect(marked.test(source)).toBe(false)
  expect(readsSettings.test("import type { Env } from '@kit/env'\n")).toBe(false)
})
