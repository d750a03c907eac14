import { and, eq, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { user } from '../accounts/table'
import { database } from '../connection/client'
import { member } from '../members/table'
import { organization } from '../organizations/table'
import { avatar } from './table'

/** The person who requests an avatar. */
export interface AvatarReader {
  id: string
  twoFactor: boolean
  /** Whether they may see every person. */
  seesEveryone: boolean
}

/**
 * Returns this version of a person's avatar, if the reader may see the person: themselves, people in one of their
 * organizations, or everyone.
 */
export async function readVisibleAvatar(
  reader: AvatarReader,
  { userId, version }: { userId: string; version: string },
): Promise<Uint8Array | undefined> {
  const [found] = await database()
    .select({ image: avatar.image })
    .from(avatar)
    .innerJoin(user, eq(user.id, avatar.userId))
    .where(
      and(
        eq(avatar.userId, userId),
        eq(user.image, version),
        reader.seesEveryone || reader.id === userId ? undefined : sharesOrganization(reader, userId),
      ),
    )
  return found?.image
}

/** An organization that requires two-factor authentication shows nothing to members without it. */
function sharesOrganization({ id, twoFactor }: AvatarReader, userId: string): SQL {
  return sql`EXISTS (SELECT FROM ${member} own
    JOIN ${member} theirs ON theirs.organization_id = own.organization_id
    JOIN ${organization} ON ${organization.id} = own.organization_id
    WHERE own.user_id = ${id} AND theirs.user_id = ${userId}
      AND (${twoFactor} OR NOT ${organization.twoFactorRequired}))`
}
