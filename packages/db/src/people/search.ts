import { sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { user } from '../accounts/table'
import { member } from '../members/table'
import { organization } from '../organizations/table'

/** How many words a search uses. More would only narrow it down. */
const MOST_WORDS = 8

/**
 * The words of some columns, for searching. The table's index uses the same expression. Punctuation separates words, so
 * each part of an email is one.
 */
export const wordsIn = (...columns: SQL[]): SQL =>
  sql`to_tsvector('simple'::regconfig, regexp_replace(${sql.join(columns, sql` || ' ' || `)}, '[[:punct:][:space:]]+', ' ', 'g'))`

/** The search for words that begin like each typed word, or undefined if the text has no letters or digits. */
export function wordsQuery(search: string): string | undefined {
  const words = search.toLowerCase().match(/[\p{L}\p{N}]+/gu)
  return words
    ?.slice(0, MOST_WORDS)
    .map((word) => `${word}:*`)
    .join(' & ')
}

/** The condition that a person, or an organization they are in, has the words in its name, email or slug. */
export function matchesPerson(search: string): SQL {
  const query = wordsQuery(search)
  if (query === undefined) return sql`false`
  const wanted = sql`to_tsquery('simple'::regconfig, ${query})`
  return sql`${user.id} IN (
    SELECT found.id FROM ${user} found WHERE ${wordsIn(sql`found.name`, sql`found.email`)} @@ ${wanted}
    UNION SELECT ${member.userId} FROM ${member} JOIN ${organization} ON ${organization.id} = ${member.organizationId}
    WHERE ${wordsIn(sql`${organization.name}`, sql`${organization.slug}`)} @@ ${wanted})`
}
