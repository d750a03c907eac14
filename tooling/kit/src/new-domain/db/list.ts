import { each, type NewDomain } from '../domain'

export function listFile({ one, many, fields }: NewDomain): string {
  const texts = fields.filter(({ type }) => type === 'text')
  const isLike = each(texts, ({ name }) => `ilike(${one.camel}.${name.camel}, text)`, ', ')
  const condition = texts.length > 1 ? `or(${isLike})` : isLike
  return `
import { and, desc, ilike, ${texts.length > 1 ? 'or, ' : ''}sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { containing } from '../query/like-pattern'
import { encodePosition, olderThan } from '../query/position'
import type { TenantDb } from '../tenancy/tenant'
import { select${many.pascal} } from './select'
import type { ${one.pascal}Row } from './select'
import { ${one.camel} } from './table'

export interface ${one.pascal}Query {
  /** Matches every text literally, ignoring case. */
  search?: string
  /** From \`${one.pascal}Page\`. Any other text gives the first page. */
  cursor?: string
  /** Rows on a page, 1 to 100. */
  limit: number
}

export interface ${one.pascal}Page {
  ${many.camel}: ${one.pascal}Row[]
  nextCursor: string | null
}

/** Returns a page of ${many.words} by keyset, newest first, so added or deleted rows don't shift others. */
export async function list${many.pascal}(
  db: TenantDb,
  { search, cursor, limit: wanted }: ${one.pascal}Query,
): Promise<${one.pascal}Page> {
  const limit = Math.min(Math.max(Math.trunc(wanted) || 1, 1), 100)
  const older = olderThan(cursor, sql\`\${${one.camel}.createdAt}\`, sql\`\${${one.camel}.id}\`)
  // Selects one row more than the page, which shows whether another page follows.
  const rows = await select${many.pascal}(db, and(matching(search), older))
    .orderBy(desc(${one.camel}.createdAt), desc(${one.camel}.id))
    .limit(limit + 1)
  const ${many.camel} = rows.slice(0, limit)
  const last = rows.length > limit ? ${many.camel}.at(-1) : undefined
  return {
    ${many.camel},
    nextCursor: last ? encodePosition({ at: last.createdAt.toISOString(), id: last.id }) : null,
  }
}

function matching(search: string | undefined): SQL | undefined {
  if (!search) return undefined
  const text = containing(search)
  return ${condition}
}
`
}
