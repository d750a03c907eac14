import { randomUUID } from 'node:crypto'
import { Refusal } from '@kit/server/refusal'
import type { Tree } from '../tree/tree'
import type { Domain } from './domain'
import { withoutTables } from './statements'

const folder = 'packages/db/drizzle'
const journalFile = `${folder}/meta/_journal.json`

interface Entry {
  idx: number
  version: string
  when: number
  tag: string
  breakpoints: boolean
}

interface Snapshot {
  id: string
  prevId: string
  tables: Record<string, { foreignKeys: Record<string, { tableTo: string }> }>
}

/** Removes the domain's tables from every migration, as if they had never existed. */
export function forgetTables(tree: Tree, { tables }: Domain): void {
  const journal = readJournal(tree)
  const kept: Entry[] = []
  const successors = new Map<string, string>()
  for (const entry of journal.entries) {
    const file = `${folder}/${entry.tag}.sql`
    const snapshotFile = snapshotOf(entry.idx)
    const sql = withoutTables(tree.read(file), tables)
    if (tree.has(snapshotFile)) {
      const snapshot = readSnapshot(tree, snapshotFile)
      const prevId = successors.get(snapshot.prevId) ?? snapshot.prevId
      if (sql === undefined) {
        successors.set(snapshot.id, prevId)
        tree.remove(snapshotFile)
      } else writeJson(tree, snapshotFile, { ...withoutTablesOf(snapshot, tables), prevId })
    }
    if (sql === undefined) tree.remove(file)
    else {
      tree.write(file, sql)
      kept.push(entry)
    }
  }
  writeJson(tree, journalFile, { ...journal, entries: kept })
}

/** Adds a migration that drops the domain's tables, for databases that have them. */
export function dropTables(tree: Tree, { name, tables }: Domain): void {
  const journal = readJournal(tree)
  const last = journal.entries.at(-1)
  const newest = journal.entries.map(({ idx }) => snapshotOf(idx)).findLast((file) => tree.has(file))
  if (!last || !newest) throw new Refusal(`${journalFile} has no migration to follow.`)
  const idx = last.idx + 1
  const tag = `${String(idx).padStart(4, '0')}_drop_${name.replaceAll('-', '_')}`
  const entry = { ...last, idx, tag, when: Math.max(Date.now(), last.when + 1) }
  const snapshot = readSnapshot(tree, newest)
  const statements = tables.map((table) => `DROP TABLE "${table}" CASCADE;`)
  tree.write(`${folder}/${tag}.sql`, statements.join('--> statement-breakpoint\n'))
  writeJson(tree, snapshotOf(idx), {
    ...withoutTablesOf(snapshot, tables),
    id: randomUUID(),
    prevId: snapshot.id,
  })
  writeJson(tree, journalFile, { ...journal, entries: [...journal.entries, entry] })
}

function withoutTablesOf(snapshot: Snapshot, gone: readonly string[]): Snapshot {
  const tables = Object.entries(snapshot.tables)
    .filter(([key]) => !gone.includes(key.replace(/^public\./, '')))
    .map(([key, table]) => {
      const foreignKeys = Object.entries(table.foreignKeys).filter(
        ([, { tableTo }]) => !gone.includes(tableTo),
      )
      return [key, { ...table, foreignKeys: Object.fromEntries(foreignKeys) }] as const
    })
  return { ...snapshot, tables: Object.fromEntries(tables) }
}

const snapshotOf = (idx: number) => `${folder}/meta/${String(idx).padStart(4, '0')}_snapshot.json`

function readJournal(tree: Tree): { entries: Entry[] } {
  return JSON.parse(tree.read(journalFile))
}

function readSnapshot(tree: Tree, file: string): Snapshot {
  return JSON.parse(tree.read(file))
}

function writeJson(tree: Tree, file: string, value: object): void {
  const end = tree.has(file) && tree.read(file).endsWith('\n') ? '\n' : ''
  tree.write(file, JSON.stringify(value, null, 2) + end)
}
