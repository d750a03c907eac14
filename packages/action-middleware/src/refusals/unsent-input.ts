import 'server-only'
import { headers } from 'next/headers'

import type { ErrorCode } from '../errors/action-error'
import type { TypedValues } from '../input/typed-values'

export interface UnsentInput {
  /** Why the call was refused. */
  code: ErrorCode
  message: string
  values: TypedValues
}

/** Keyed by request: Next returns the same headers object to an action and to the page that answers its form. */
const unsent = new WeakMap<object, UnsentInput>()

/** Keeps what was typed into a form without JavaScript, until this request's page is rendered. */
export async function keepUnsent(input: UnsentInput): Promise<void> {
  unsent.set(await headers(), input)
}

/** Returns what was typed into a form whose page the caller may no longer see, for the page that answers it. */
export async function readUnsent(): Promise<UnsentInput | undefined> {
  return unsent.get(await headers())
}
