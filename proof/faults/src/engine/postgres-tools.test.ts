import { expect, test } from 'vitest'
import { postgresTools } from './postgres-tools'

test('without programs of the version, says what to install', async () => {
  await expect(postgresTools(99)).rejects.toThrow(
    /^This needs pg_dump 99 or later.* Install postgresql-client-99;/,
  )
})
