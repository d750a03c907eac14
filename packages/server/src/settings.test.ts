import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { loadDotenv, portSetting, setting } from './settings'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'settings-'))
})

afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

describe('loadDotenv', () => {
  it('adds what the environment does not set', () => {
    vi.stubEnv('MAIL_FROM', undefined)
    vi.stubEnv('SMTP_URL', '')
    vi.stubEnv('APP_URL', 'http://localhost:1')
    const file = join(folder, '.env')
    writeFileSync(file, 'MAIL_FROM="A <a@b.test>"\nSMTP_URL=smtp://x\nAPP_URL=http://localhost:2\n')
    loadDotenv(file)
    expect(setting('MAIL_FROM')).toBe('A <a@b.test>')
    expect(setting('SMTP_URL')).toBeUndefined()
    expect(setting('APP_URL')).toBe('http://localhost:1')
  })

  it('works without a file', () => {
    expect(() => loadDotenv(join(folder, 'none'))).not.toThrow()
  })
})

describe('portSetting', () => {
  it('uses the fallback for a missing and for an empty value', () => {
    vi.stubEnv('PORT', undefined)
    expect(portSetting('PORT', 3000)).toBe(3000)
    vi.stubEnv('PORT', '')
    expect(portSetting('PORT', 3000)).toBe(3000)
  })

  it('accepts a number', () => {
    vi.stubEnv('PORT', '8080')
    expect(portSetting('PORT', 3000)).toBe(8080)
  })

  it.each(['0', '65536', '80.5', 'http', '-1'])('refuses %s in one line', (value) => {
    vi.stubEnv('PORT', value)
    expect(() => portSetting('PORT', 3000)).toThrow(`PORT must be a port between 1 and 65535, not ${value}.`)
  })
})
