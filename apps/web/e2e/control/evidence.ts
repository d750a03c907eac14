import type { RowChange } from '@kit/attacks/state/difference'
import type { RawResponse } from '@kit/attacks/http/raw-http'
import { decryptAll } from '@/features/lab/control/decrypt'
import type { Evidence } from './lesson'

export function evidenceOf(
  changes: readonly RowChange[],
  replies: readonly RawResponse[],
  key: Buffer,
): Evidence {
  return {
    changes: changes.filter(({ table }) => table !== 'session'),
    replies,
    decrypted: replies.flatMap(({ body }) => decryptAll(body, key)),
  }
}
