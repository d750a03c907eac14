import type { RowChange } from '../fixtures/difference'
import type { RawResponse } from '../fixtures/raw-http'
import { decryptAll } from './decrypt'
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
