import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { parseEnv } from './env'
import { withSecretFiles } from './secret-files'

const folder = mkdtempSync(join(tmpdir(), 'secrets-'))
const file = join(folder, 'secret')
const secret = 'a-secret-of-more-than-32-characters'
writeFileSync(file, `${secret}\n`)

afterAll(() => rmSync(folder, { recursive: true }))

const names = ['BETTER_AUTH_SECRET']

describe('withSecretFiles', () => {
  it('reads a setting from its file, without the line break at the end', () => {
    const read = withSecretFiles({ BETTER_AUTH_SECRET_FILE: file, PORT: '1' }, names)
    expect(read).toMatchObject({ BETTER_AUTH_SECRET: secret, PORT: '1' })
    expect(withSecretFiles(read, names)).toEqual(read)
  })

  it('ignores files of unknown settings', () => {
    expect(withSecretFiles({ OTHER_FILE: file }, names)).toEqual({ OTHER_FILE: file })
  })

  it('refuses a setting with both a value and a file, and a missing file', () => {
    expect(() => withSecretFiles({ BETTER_AUTH_SECRET: 'x', BETTER_AUTH_SECRET_FILE: file }, names)).toThrow(
      'BETTER_AUTH_SECRET and BETTER_AUTH_SECRET_FILE are both set. Keep one.',
    )
    expect(() => withSecretFiles({ BETTER_AUTH_SECRET_FILE: '/absent' }, names)).toThrow(
      "BETTER_AUTH_SECRET_FILE: can't read /absent.",
    )
  })

  it('applies to every setting', () => {
    const env = parseEnv({ BETTER_AUTH_SECRET_FILE: file, DATABASE_URL: 'postgresql://a:b@localhost/c' })
    expect(env.BETTER_AUTH_SECRET).toBe(secret)
  })
})
