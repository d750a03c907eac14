import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

import { describe, expect, test } from 'vitest'

const web = path.resolve(import.meta.dirname, '../..')

/** The source files below a folder of the app, as in `src/features/roles/schema.ts`. */
const filesIn = (folder: string) =>
  readdirSync(path.join(web, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.split(path.sep).join('/')}`)
    .filter((name) => /\.tsx?$/.test(name))
    .toSorted()

const read = (file: string) => readFileSync(path.join(web, file), 'utf8')

/** Whether a file imports a module that this pattern matches. */
const imports = (file: string, module: RegExp) =>
  [...read(file).matchAll(/\bfrom '([^']+)'|\bimport\('([^']+)'\)|^import '([^']+)'/gm)].some((found) =>
    module.test(found[1] ?? found[2] ?? found[3] ?? ''),
  )

const source = filesIn('src')
const features = readdirSync(path.join(web, 'src/features'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
const has = (feature: string, file: string) => source.includes(`src/features/${feature}/${file}`)

/** The names that a feature's files can have, besides tests and UI. */
const names = [
  'actions.ts',
  'schema.ts',
  'loaders.ts',
  'domain.ts',
  // Ownership rules, what a form edits, and the query parameters of a list.
  'rules.ts',
  'edits.ts',
  'query.ts',
  // Rows of the attack matrix, and cases that several of them share.
  'attacks.ts',
  'attack-cases.ts',
]

/** Other files that a feature can have. */
const others: Readonly<Record<string, readonly string[]>> = {
  activity: ['csv.ts', 'describe-change.ts', 'export-rows.ts', 'read-activity.ts', 'subjects.ts'],
  auth: ['callback-path.ts', 'provider-problems.ts'],
  avatars: ['largest-picture.ts'],
  'organization-administration': ['decision-of.ts', 'decisions.ts'],
  people: ['decision-of.ts', 'decisions.ts'],
}

/** The showroom has a folder for each subject. */
const showroom = 'lab'

/** Attacks, tests and flows; nothing else may import from `proof`. */
const isProof = (file: string) => /\.(?:test|spec|flow)\.tsx?$|\/attack(?:s|-cases)\.ts$/.test(file)

describe.each(features)('the feature %s', (feature) => {
  const files = source
    .filter((file) => file.startsWith(`src/features/${feature}/`))
    .map((file) => file.slice(`src/features/${feature}/`.length))

  test('has only files with known names', () => {
    const isKnown = (file: string): boolean =>
      file.startsWith('components/') ||
      names.includes(file) ||
      (others[feature] ?? []).includes(file) ||
      /^[a-z-]+\.(?:flow|spec)\.ts$/.test(file) ||
      (file.endsWith('.test.ts') && isKnown(file.replace('.test.ts', '.ts'))) ||
      (feature === showroom && file.includes('/'))
    expect(files.filter((file) => !isKnown(file))).toEqual([])
    expect((others[feature] ?? []).filter((file) => !files.includes(file))).toEqual([])
  })

  test('is in the list of domains if it declares one', () => {
    const listed = imports('src/lib/domains.ts', new RegExp(`^@/features/${feature}/domain$`))
    expect(listed).toBe(has(feature, 'domain.ts'))
  })
})

test.each(features.filter((feature) => has(feature, 'actions.ts')))(
  'the actions of %s have a schema and attacks',
  (feature) => {
    expect(has(feature, 'schema.ts')).toBe(true)
    expect(has(feature, 'attacks.ts')).toBe(true)
    expect(read(`src/features/${feature}/attacks.ts`)).toMatch(
      new RegExp(`^export const attacks = namedRows\\('src/features/${feature}/actions\\.ts', `, 'm'),
    )
  },
)

test('an impersonating admin can change only what records both names, and nothing that asks for proof of identity', () => {
  const chains = features
    .filter((feature) => has(feature, 'actions.ts'))
    .flatMap((feature) =>
      read(`src/features/${feature}/actions.ts`)
        .split(/^export const /m)
        .slice(1),
    )
    .filter((chain) => /impersonation: 'write'/.test(chain))
  expect(chains.length).toBeGreaterThan(0)
  const wrong = chains.filter(
    (chain) =>
      !/^\w+ = (?:organization|exclusiveOrganization)ActionClient\b/.test(chain) ||
      /withFreshSession/.test(chain),
  )
  expect(wrong).toEqual([])
})

test('the showroom can be removed: only its pages, the landing page and the sidebar import it', () => {
  const allowed =
    /^(?:src\/features\/lab|src\/app\/lab|e2e\/(?:lab|control))\/|^src\/app\/(?:\(signed-in\)\/\[organization\]\/layout|page)\.tsx$/
  const importing = [...source, ...filesIn('e2e')].filter((file) =>
    imports(file, /^@\/features\/lab\/|^(?:\.\.\/)+(?:features\/)?lab\//),
  )
  expect(importing.filter((file) => !allowed.test(file))).toEqual([])
})

test('only tests import the attacks', () => {
  const importing = source.filter((file) => imports(file, /^@kit\/(?:attacks|mutants)\/|^@e2e\//))
  expect(importing.filter((file) => !isProof(file))).toEqual([])
})

test('declarations of domains stay on the server', () => {
  const declared = /\/(?:domain|domains|organization-pages|removed-units|subjects)$/
  const client = source.filter((file) => read(file).startsWith("'use client'"))
  expect(client.length).toBeGreaterThan(0)
  expect(client.filter((file) => imports(file, declared))).toEqual([])
})

test('no file except a test is longer than 300 lines', () => {
  const long = source.filter((file) => !isProof(file) && read(file).split('\n').length > 301)
  expect(long).toEqual([])
})
