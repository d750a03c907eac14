import { expect, test } from 'vitest'
import { createNote, deleteNotes, listNotes, lockNotes, updateNotes } from './notes'
import { withTenant } from '../../tenancy/tenant'
import { claimOf, useTestDatabase } from '../use-test-database'

useTestDatabase()
const claim = claimOf('acme', 'owner@acme.test')
const other = claimOf('globex', 'owner@globex.test')

test('a note can be created, listed, locked, changed and deleted only by its own organization', async () => {
  const { id } = await withTenant(claim, (db) => createNote(db, { title: 'One', ownerId: claim.userId }))
  const authority = { id, createdBy: claim.userId, ownerId: claim.userId }
  expect(await withTenant(claim, (db) => lockNotes(db, [id, 'nonsense']))).toEqual([authority])
  expect(
    await withTenant(other, async (db) => [
      await listNotes(db),
      await lockNotes(db, [id]),
      await updateNotes(db, [id], { title: 'Mine' }),
      await deleteNotes(db, [id]),
    ]),
  ).toEqual([[], [], 0, 0])
  expect(await withTenant(claim, (db) => updateNotes(db, [id], { title: 'Two', ownerId: null }))).toBe(1)
  expect(await withTenant(claim, listNotes)).toEqual([{ ...authority, title: 'Two', ownerId: null }])
  expect(await withTenant(claim, (db) => deleteNotes(db, [id]))).toBe(1)
  expect(await withTenant(claim, listNotes)).toEqual([])
})
