import { authApiHeaders } from './auth-api-headers'
import { boundedInput } from './bounded-input'
import type { AuditRule } from './define-rule'
import { exportsBuiltByClient } from './exports-built-by-client'
import { hasInputSchema } from './has-input-schema'
import { hasMetadata } from './has-metadata'
import { isAuthorized } from './is-authorized'
import { isLimited } from './is-limited'
import { noArgumentCall } from './no-argument-call'
import { noBoundAccess } from './no-bound-access'
import { noClientInput } from './no-client-input'
import { noDatabaseImport } from './no-database-import'
import { noErrorReply } from './no-error-reply'
import { noInlineServer } from './no-inline-server'
import { noOpenRedirect } from './no-open-redirect'
import { noRawRow } from './no-raw-row'
import { noRawSql } from './no-raw-sql'
import { noTransactionAroundNext } from './no-transaction-around-next'

/** Every rule, ordered by guards, input, effects and output. */
export const rules: readonly AuditRule[] = [
  exportsBuiltByClient,
  noInlineServer,
  hasMetadata,
  isAuthorized,
  isLimited,
  hasInputSchema,
  boundedInput,
  noClientInput,
  noArgumentCall,
  noBoundAccess,
  noOpenRedirect,
  authApiHeaders,
  noTransactionAroundNext,
  noRawSql,
  noDatabaseImport,
  noRawRow,
  noErrorReply,
]
