import 'server-only'
import { z } from 'zod'

import { hasInstallationPermission } from '@kit/auth/permissions/installation'
import { getSession } from '@kit/auth/session/session'
import { readVisibleAvatar } from '@kit/db/avatars/visible'
import { adminsNeedTwoFactor } from '@kit/env/admins-need-two-factor'
import { ReadWindow } from '@/lib/overload/read-window'

/** Pictures that a person can load in a minute: enough for many lists of 50 people, and still cheap. */
const MOST_READS = 1000

const reads = new ReadWindow()

const avatarSchema = z.strictObject({ person: z.uuid(), version: z.string().regex(/^[\w-]{16}$/) })

/**
 * Returns a picture for the signed-in user. Undefined if there is none, or if they may not see the person: the answer doesn't say
 * which. Also undefined for someone who loads far too many.
 */
export async function loadAvatar(asked: z.input<typeof avatarSchema>): Promise<Uint8Array | undefined> {
  const avatar = avatarSchema.safeParse(asked)
  const session = await getSession()
  if (!avatar.success || !session) return undefined
  const { id, role, twoFactor } = session.user
  if (reads.take(id, MOST_READS) > 0) return undefined
  const seesEveryone = hasInstallationPermission(role, 'person.read') && (twoFactor || !adminsNeedTwoFactor())
  const { person: userId, version } = avatar.data
  return readVisibleAvatar({ id, twoFactor, seesEveryone }, { userId, version })
}
