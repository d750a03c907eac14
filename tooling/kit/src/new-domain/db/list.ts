import { each, type NewDomain } from '../domain'

export function listFile({ one, many, fields }: NewDomain): string {
  const texts = fields.filter(({ type }) => type === 'text')
  const isLike = each(texts, ({ name }) => `ilike(${one.camel}.${name.camel}, text)`, ', ')
  const condition = texts.length > 1 ? `or(${isLike})` : isLike
  return `
import { and, desc, eq, ilike, ${texts.length > 1 ? 'or, ' : ''}sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { containing } from '../query/like-pattern'
import { user } from '../accounts/table'
import { encodePosition, notOlderThan, olderThan } from '../query/position'
import { findMatches } from '../query/matches'
import type { Matches } from '../query/matches'
import { countOf, rangeOf } from '../query/range'
import type { ListRange } from '../query/range'
import type { TenantDb } from '../tenancy/tenant'
import { ${one.camel}Columns } from './select'
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
  range: ListRange
}

/** A search and what the index found for it. */
interface Search {
  search: string | undefined
  matches: Matches
}

/** Returns a page of ${many.words} by keyset, newest first, so added or deleted rows don't shift others. */
export async function list${many.pascal}(
  db: TenantDb,
  query: ${one.pascal}Query,
): Promise<${one.pascal}Page> {
  const { search, cursor } = query
  const matches = await findMatches(db, ${one.camel}, search)
  const whole = { search, matches }
  const limit = Math.min(Math.max(Math.trunc(query.limit) || 1, 1), 100)
  const older = olderThan(cursor, sql\`\${${one.camel}.createdAt}\`, sql\`\${${one.camel}.id}\`)
  // Selects one row more than the page, which shows whether another page follows.
  const rows = await db
    .select({
      ...${one.camel}Columns,
      total: countOf(matchingRows(db, whole)),
      before: countOf(matchingRows(db, whole, until(cursor))),
    })
    .from(${one.camel})
    .leftJoin(user, eq(user.id, ${one.camel}.createdBy))
    .where(and(eq(${one.camel}.organizationId, db.tenant.organization.id), matching(whole), older))
    .orderBy(desc(${one.camel}.createdAt), desc(${one.camel}.id))
    .limit(limit + 1)
  const ${many.camel} = rows.slice(0, limit).map(({ total: _total, before: _before, ...row }) => row)
  const { total = 0, before = 0 } = rows[0] ?? {}
  const last = rows.length > limit ? ${many.camel}.at(-1) : undefined
  return {
    ${many.camel},
    range: await rangeOf(
      db,
      { total, before },
      { length: ${many.camel}.length, rows: matchingRows(db, whole) },
    ),
    nextCursor: last ? encodePosition({ at: last.createdAt.toISOString(), id: last.id }) : null,
  }
}

/** The ${many.words} of the whole list, without columns. Sorted, so that counting some of them reads no others. */
function matchingRows(db: TenantDb, whole: Search, also?: SQL): SQL {
  const own = eq(${one.camel}.organizationId, db.tenant.organization.id)
  return sql\`SELECT FROM \${${one.camel}} WHERE \${and(own, matching(whole), also)}
    ORDER BY \${${one.camel}.createdAt} DESC, \${${one.camel}.id} DESC\`
}

/** The ${many.words} down to the cursor. */
function until(cursor: string | undefined): SQL {
  return notOlderThan(cursor, sql\`\${${one.camel}.createdAt}\`, sql\`\${${one.camel}.id}\`)
}

function matching({ search, matches }: Search): SQL | undefined {
  if (!search) return undefined
  const text = containing(search)
  return and(matches, ${condition})
}
`
}
