import { afterEach, describe, expect, it, vi } from 'vitest'
import { settingNames } from '@kit/env'
import { cleanEnvironment } from './settings'

afterEach(() => {
  vi.unstubAllEnvs()
})

describe('cleanEnvironment', () => {
  it('passes on no setting of this machine, and nothing that .env could fill in', () => {
    vi.stubEnv('DATABASE_URL', 'postgres://real')
    vi.stubEnv('SMTP_URL', 'smtp://real')
    vi.stubEnv('NODE_ENV', 'production')
    const env = cleanEnvironment({ APP_URL: 'http://localhost:1' })
    expect(env).toMatchObject({
      DATABASE_URL: '',
      SMTP_URL: '',
      APP_URL: 'http://localhost:1',
      PATH: process.env.PATH,
    })
    expect(env.NODE_ENV).toBeUndefined()
  })

  it('hides every setting of the app', () => {
    for (const name of settingNames) vi.stubEnv(name, 'of-this-machine')
    expect(Object.values(cleanEnvironment())).not.toContain('of-this-machine')
  })

  it('turns off telemetry', () => {
    expect(cleanEnvironment()).toMatchObject({ NEXT_TELEMETRY_DISABLED: '1', TURBO_TELEMETRY_DISABLED: '1' })
  })
})
