import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { migrate } from '../migrations/migrate'
import { migrationsHash } from '../migrations/migrations'
import { seed } from '../demo/seed'

const fixtureSource = fileURLToPath(new URL('./fixture-domain/notes.ts', import.meta.url))

/** Returns the name of the template database for the current tables. */
export function templateName(): string {
  const hash = createHash('sha256').update(migrationsHash()).update(readFileSync(fixtureSource))
  return `gatehouse_template_${hash.digest('hex').slice(0, 16)}`
}

/** Migrates and seeds an empty database. */
export async function fillTemplate(url: string): Promise<void> {
  await migrate(url)
  // drizzle-kit takes a second to load, and is only needed here.
  const { createFixtureTables } = await import('./fixture-domain/create-tables')
  await createFixtureTables(url)
  await seed(url, { production: false })
}
