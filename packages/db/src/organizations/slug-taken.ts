import { sql } from 'drizzle-orm'
import { database } from '../connection/client'
import { ConflictError } from '../connection/conflict-error'
import { claimedSlug } from './table'
import { organizationBounds } from './values'

/** How many numbered slugs are tried. */
const TRIED = 50

/** The conflict about a slug that another organization uses or reserves. Its details name a free one, if one is near. */
export async function slugTaken(slug: string): Promise<ConflictError> {
  const free = await findFreeSlug(slug)
  return new ConflictError('SLUG_TAKEN', free === undefined ? {} : { free })
}

/** Returns the first free one of `acme-2`, `acme-3` and so on. It may be taken by the time it is used. */
async function findFreeSlug(slug: string): Promise<string | undefined> {
  const { slugMaxLength } = organizationBounds
  const base = slug.slice(0, slugMaxLength - `-${TRIED}`.length).replace(/-+$/, '')
  // Through the app's role: a tenant sees only its own slugs.
  const [found] = await database().execute<{ slug: string }>(sql`
    SELECT tried.slug FROM (
      SELECT n, ${base}::text || '-' || n AS slug FROM generate_series(2, ${TRIED}::int) AS n
    ) AS tried
    WHERE NOT EXISTS (SELECT FROM ${claimedSlug} WHERE ${claimedSlug.slug} = tried.slug)
    ORDER BY tried.n LIMIT 1`)
  return found?.slug
}
