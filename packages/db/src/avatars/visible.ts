import { and, eq, sql } from 'drizzle-orm'
import type { SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { user } from '../accounts/table'
import { database } from '../connection/client'
import { member } from '../members/table'
import { organization } from '../organizations/table'
import { avatar } from './table'

/** Who wants to see an avatar. */
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
  const [own, theirs] = [alias(member, 'own'), alias(member, 'theirs')]
  return sql`EXISTS (SELECT FROM ${own}
    JOIN ${theirs} ON ${theirs.organizationId} = ${own.organizationId}
    JOIN ${organization} ON ${organization.id} = ${own.organizationId}
    WHERE ${own.userId} = ${id} AND ${theirs.userId} = ${userId}
      AND (${twoFactor} OR NOT ${organization.twoFactorRequired}))`
}
