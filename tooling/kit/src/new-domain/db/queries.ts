import { each, withArticle, type NewDomain } from '../domain'
import { choiceNames } from '../kinds/choice'
import { kindOf } from '../kinds/kind-of'

export function queriesFile(domain: NewDomain): string {
  const { one, many, fields } = domain
  const types = fields.flatMap((field) => (field.type === 'choice' ? [choiceNames(field, domain).type] : []))
  const property = ({ name }: (typeof fields)[number], { type, unit }: ReturnType<typeof kindOf>) =>
    `${unit ? `/** ${unit} */\n` : ''}${name.camel}: ${type}`
  return `
import { randomUUID } from 'node:crypto'
import { and, eq, inArray, sql } from 'drizzle-orm'
import { isUuid } from '../query/uuid'
import type { TenantDb } from '../tenancy/tenant'
import { select${many.pascal} } from './select'
import type { ${one.pascal}Row } from './select'
import { ${one.camel} } from './table'
${types.length > 0 ? `import type { ${types.join(', ')} } from './values'` : ''}

export interface ${one.pascal}Values {
  ${each(fields, (field) => property(field, kindOf(field, domain)))}
}

/** The facts that decide who may change ${withArticle(one.words)}, and what a form changes. */
export interface Locked${one.pascal} extends ${one.pascal}Values {
  id: string
  createdBy: string | null
}

/** Returns one ${one.words}, or undefined when the organization doesn't have it. */
export async function find${one.pascal}(db: TenantDb, id: string): Promise<${one.pascal}Row | undefined> {
  if (!isUuid(id)) return undefined
  const [found] = await select${many.pascal}(db, eq(${one.camel}.id, id)).limit(1)
  return found
}

/** Locks the ${many.words} until the transaction ends. Leaves out IDs of other organizations. */
export async function lock${many.pascal}(db: TenantDb, ids: string[]): Promise<Locked${one.pascal}[]> {
  return db
    .select({
      id: ${one.camel}.id,
      createdBy: ${one.camel}.createdBy,
      ${each(fields, ({ name }) => `${name.camel}: ${one.camel}.${name.camel},`)}
    })
    .from(${one.camel})
    .where(among(db, ids))
    .orderBy(${one.camel}.id)
    .for('update')
}

/** Creates ${withArticle(one.words)}. The creator is the current member. If one has the ID already, it stays as it is. */
export async function create${one.pascal}(
  db: TenantDb,
  values: ${one.pascal}Values,
  id: string = randomUUID(),
): Promise<{ id: string }> {
  const { organization, membership } = db.tenant
  await db
    .insert(${one.camel})
    .values({ ...${one.camel}Content(values), id, organizationId: organization.id, createdBy: membership.userId })
    .onConflictDoNothing({ target: ${one.camel}.id })
  return { id }
}

/**
 * Missing values stay as they are. Without any, writes nothing.
 * @returns the number of changed rows, 0 or 1
 */
export async function update${one.pascal}(
  db: TenantDb,
  id: string,
  { ${each(fields, ({ name }) => name.camel, ', ')} }: Partial<${one.pascal}Values>,
): Promise<number> {
  const changes = { ${each(fields, ({ name }) => name.camel, ', ')} }
  if (Object.values(changes).every((value) => value === undefined)) return 0
  const { count } = await db
    .update(${one.camel})
    .set({ ...changes, updatedAt: sql\`now()\` })
    .where(among(db, [id]))
  return count
}

/** @returns the number of deleted rows, 0 or 1 */
export async function delete${one.pascal}(db: TenantDb, id: string): Promise<number> {
  const { count } = await db.delete(${one.camel}).where(among(db, [id]))
  return count
}

function among(db: TenantDb, ids: string[]) {
  return and(eq(${one.camel}.organizationId, db.tenant.organization.id), inArray(${one.camel}.id, ids.filter(isUuid)))
}

/** Returns only what a form changes, because an object can have more than its type says. */
export function ${one.camel}Content(values: ${one.pascal}Values): ${one.pascal}Values {
  return { ${each(fields, ({ name }) => `${name.camel}: values.${name.camel}`, ', ')} }
}
`
}
