import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { check, foreignKey, index, text, uuid } from 'drizzle-orm/pg-core'
import { member } from '../../members/table'
import { isUuid } from '../../query/uuid'
import { tenantTable } from '../../schema/tenant-table'
import type { TenantDb } from '../../tenancy/tenant'

// A domain for tests of what every domain shares. Its table exists in test databases only (create-tables.ts).

export const note = tenantTable(
  'note',
  'title',
  {
    title: text().notNull(),
    ownerId: uuid(),
  },
  (table) => [
    foreignKey({
      name: 'note_owner_is_member',
      columns: [table.organizationId, table.ownerId],
      foreignColumns: [member.organizationId, member.userId],
    }).onDelete('set null'),
    index('note_by_age').on(table.organizationId, table.createdAt, table.id),
    index('note_owner').on(table.organizationId, table.ownerId),
    index('note_creator').on(table.createdBy),
    check('note_title_length', sql`length(${table.title}) BETWEEN 1 AND 200`),
  ],
)

export interface NoteRow {
  id: string
  title: string
  ownerId: string | null
  createdBy: string | null
}

/** The facts that decide who may change a note. */
export type NoteAuthority = Omit<NoteRow, 'title'>

export interface NewNote {
  title: string
  ownerId?: string | null
}

/** Missing values stay as they are; null clears. */
export type NotePatch = Partial<NewNote>

/** Returns every note of the organization, oldest first. */
export async function listNotes(db: TenantDb): Promise<NoteRow[]> {
  return db
    .select({ id: note.id, title: note.title, ownerId: note.ownerId, createdBy: note.createdBy })
    .from(note)
    .where(eq(note.organizationId, db.tenant.organization.id))
    .orderBy(asc(note.createdAt), asc(note.id))
}

/** Locks the notes until the transaction ends. Leaves out IDs of other organizations. */
export async function lockNotes(db: TenantDb, ids: string[]): Promise<NoteAuthority[]> {
  return db
    .select({ id: note.id, createdBy: note.createdBy, ownerId: note.ownerId })
    .from(note)
    .where(among(db, ids))
    .orderBy(note.id)
    .for('update')
}

/** Creates a note. The creator is the current member. */
export async function createNote(db: TenantDb, { title, ownerId }: NewNote): Promise<{ id: string }> {
  const { organization, membership } = db.tenant
  const [created] = await db
    .insert(note)
    .values({ title, ownerId, organizationId: organization.id, createdBy: membership.userId })
    .returning({ id: note.id })
  if (!created) throw new Error('The database returned no note.')
  return created
}

/** @returns the number of changed notes */
export async function updateNotes(db: TenantDb, ids: string[], patch: NotePatch): Promise<number> {
  const { title, ownerId } = patch
  const { count } = await db
    .update(note)
    .set({ title, ownerId, updatedAt: sql`now()` })
    .where(among(db, ids))
  return count
}

/** @returns the number of deleted notes */
export async function deleteNotes(db: TenantDb, ids: string[]): Promise<number> {
  const { count } = await db.delete(note).where(among(db, ids))
  return count
}

function among(db: TenantDb, ids: string[]) {
  return and(eq(note.organizationId, db.tenant.organization.id), inArray(note.id, ids.filter(isUuid)))
}
