import type { Arena } from '@kit/attacks/engine/arena'
import type { RowChange } from '@kit/attacks/state/difference'
import type { RawResponse } from '@kit/attacks/http/raw-http'
import type { Unguarded } from './unguarded'

/** What an attack changed and received. */
export interface Evidence {
  /** Without new sessions, because some attacks sign in. */
  changes: readonly RowChange[]
  replies: readonly RawResponse[]
  /** The values in the replies that the build's key decrypts. */
  decrypted: readonly string[]
}

/** One mistake, attacked the same way in the control group and in the app. */
export interface Lesson {
  /** Its folder in apps/unguarded/src/app. */
  mistake: string
  title: string
  unguarded: (target: Unguarded) => Promise<RawResponse[]>
  guarded: (arena: Arena) => Promise<RawResponse[]>
  /** Whether the attack succeeded, decided the same way for both apps. */
  succeeded: (evidence: Evidence) => boolean
}
