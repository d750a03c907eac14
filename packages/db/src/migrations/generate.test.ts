import { execFile } from 'node:child_process'
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { migrationsFolder } from './migrations'

const packageFolder = fileURLToPath(new URL('../..', import.meta.url))
const schema = join(packageFolder, 'src/schema.ts')
const fixture = join(packageFolder, 'src/testing/fixture-domain/notes.ts')
const drizzleKit = join(dirname(createRequire(import.meta.url).resolve('drizzle-kit')), 'bin.cjs')

// A copy, so the real migrations don't change.
let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gatehouse-generate-'))
  await cp(migrationsFolder, join(folder, 'drizzle'), { recursive: true })
})

afterEach(() => rm(folder, { recursive: true, force: true }))

async function run(command: 'generate' | 'check', ...options: string[]): Promise<string> {
  const out = ['--dialect', 'postgresql', '--out', 'drizzle']
  const { stdout } = await promisify(execFile)(process.execPath, [drizzleKit, command, ...out, ...options], {
    cwd: folder,
    timeout: 50_000,
  })
  return stdout
}

const generate = (from: string) => run('generate', '--casing', 'snake_case', '--schema', from)

async function contents(): Promise<string[]> {
  const names = await readdir(join(folder, 'drizzle'), { recursive: true, withFileTypes: true })
  const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return Promise.all(files.toSorted().map(async (file) => `${file}\n${await readFile(file, 'utf8')}`))
}

test('an unchanged schema generates nothing, and drizzle-kit finds no errors', async () => {
  const before = await contents()
  expect(await generate(schema)).toContain('No schema changes')
  expect(await contents()).toEqual(before)
  expect(await run('check')).toContain("Everything's fine")
})

test('a changed schema generates one migration', async () => {
  const changed = join(folder, 'schema.ts')
  await writeFile(changed, `export * from '${schema}'\nexport { note } from '${fixture}'\n`)
  const before = await contents()
  await generate(changed)
  const added = (await contents()).filter((file) => !before.includes(file)).join('\n')
  expect(added).toContain('CREATE TABLE "note"')
  expect(added).toContain('CREATE POLICY "note_of_tenant"')
  expect(added).not.toContain('CREATE TABLE "organization"')
})
