import { expect, test } from 'vitest'
import { postgresTools } from './postgres-tools'

test('fetches the programs if none of the version are installed', async () => {
  expect(await postgresTools(99, async (major) => `/programs/${major}`)).toBe('/programs/99')
})

test('if there are none, says what to install', async () => {
  await expect(postgresTools(99, async () => undefined)).rejects.toThrow(
    /^This needs pg_dump 99 or later.* Install postgresql-client-99;/,
  )
})
