import { each, type NewDomain } from '../domain'

export function selectFile({ one, many, fields }: NewDomain): string {
  return `
import { and, eq } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { user } from '../accounts/table'
import type { TenantDb } from '../tenancy/tenant'
import { ${one.camel} } from './table'

export const ${one.camel}Columns = {
  id: ${one.camel}.id,
  ${each(fields, ({ name }) => `${name.camel}: ${one.camel}.${name.camel},`)}
  /** Null if the creator has left the organization. */
  createdBy: { id: user.id, name: user.name },
  createdAt: ${one.camel}.createdAt,
  updatedAt: ${one.camel}.updatedAt,
}

/** Selects the organization's ${many.words} with their creators. */
export function select${many.pascal}(db: TenantDb, where: SQL | undefined) {
  return db
    .select(${one.camel}Columns)
    .from(${one.camel})
    .leftJoin(user, eq(user.id, ${one.camel}.createdBy))
    .where(and(eq(${one.camel}.organizationId, db.tenant.organization.id), where))
    .$dynamic()
}

export type ${one.pascal}Row = Awaited<ReturnType<typeof select${many.pascal}>>[number]
`
}
