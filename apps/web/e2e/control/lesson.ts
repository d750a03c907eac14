import type { Arena } from '@kit/attacks/engine/arena'
import type { RowChange } from '@kit/attacks/state/difference'
import type { RawResponse } from '@kit/attacks/http/raw-http'
import type { Unguarded } from './unguarded'

/** What an attack left behind and was told. */
export interface Evidence {
  /** Without sessions that began: to sign in is part of some attacks. */
  changes: readonly RowChange[]
  replies: readonly RawResponse[]
  /** What the build's own key makes readable of the replies. */
  decrypted: readonly string[]
}

/** One mistake: the same attack on the app that makes it and on the one that does not. */
export interface Lesson {
  /** The folder of the mistake in apps/unguarded/src/app. */
  mistake: string
  title: string
  unguarded: (target: Unguarded) => Promise<RawResponse[]>
  guarded: (arena: Arena) => Promise<RawResponse[]>
  /** Whether the attack got what it wanted; the same question on either side. */
  succeeded: (evidence: Evidence) => boolean
}
