import 'server-only'

import { countBackupCodes } from '@kit/db/two-factor/codes'
import { readTwoFactorSetUp } from '@kit/auth/two-factor/set-up'
import { requireSession } from '@/lib/request/require-session'

/** Whether two-factor authentication is on, with the number of backup codes, or the key that this session is setting up. */
export async function loadTwoFactor() {
  const current = await requireSession()
  if (current.user.twoFactor)
    return { isOn: true, codesLeft: await countBackupCodes(current.user.id) } as const
  return { isOn: false, setUp: await readTwoFactorSetUp(current) } as const
}
