import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connectOnce } from '../connection/connect'
import { createBackupRole, copyRows, rowCounts } from '../testing/backup'
import type { BackupRole } from '../testing/backup'
import { createTestDatabase } from '../testing/test-database'
import type { TestDatabase } from '../testing/test-database'
import { migrate } from './migrate'

let database: TestDatabase
let role: BackupRole

beforeAll(async () => {
  database = await createTestDatabase()
  // The fixture domain, which no migration creates.
  await connectOnce(database.ownerUrl, (client) => client`DROP TABLE note`)
  role = await createBackupRole(database.ownerUrl)
})

afterAll(async () => {
  await role.drop()
  await database.drop()
})

describe('the backup role of docs/backup.md', () => {
  it('reads every row of every organization, which the role of the app cannot', async () => {
    const counts = await rowCounts(role.url)
    expect(counts).toEqual(await rowCounts(database.ownerUrl))
    expect(counts['public.member']).toBeGreaterThan(0)
    await expect(rowCounts(database.url)).rejects.toThrow(/row-level security|permission denied/)
  })

  it('changes nothing, even when it asks to', async () => {
    await connectOnce(role.url, async (client) => {
      await expect(client`DELETE FROM invitation`).rejects.toThrow('read-only transaction')
      await client`SET default_transaction_read_only = off`
      await expect(client`DELETE FROM invitation`).rejects.toThrow('permission denied')
      await expect(client`UPDATE "user" SET role = 'super-admin'`).rejects.toThrow('permission denied')
      await expect(client`CREATE TABLE public.mine (id int)`).rejects.toThrow('permission denied')
    })
  })

  it('is enough to restore everything into an empty database', async () => {
    const name = `gatehouse_restored_${randomBytes(6).toString('hex')}`
    const restored = new URL(database.ownerUrl)
    restored.pathname = `/${name}`
    const app = decodeURIComponent(new URL(database.url).username)
    await connectOnce(database.ownerUrl, (client) => client`CREATE DATABASE ${client(name)}`)
    try {
      await migrate(restored.href, { appRole: app })
      await copyRows(role.url, restored.href)
      expect(await rowCounts(restored.href)).toEqual(await rowCounts(database.ownerUrl))
    } finally {
      await connectOnce(database.ownerUrl, (client) => client`DROP DATABASE ${client(name)} WITH (FORCE)`)
    }
  })
})
