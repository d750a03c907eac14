import 'server-only'
import { headers } from 'next/headers'

import type { ErrorCode } from '../errors/action-error'
import type { TypedValues } from '../input/typed-values'

/** After these, the page with the form may be out of reach for the caller. */
const codes = ['UNAUTHORIZED', 'OTHER_USER', 'FORBIDDEN', 'NOT_FOUND'] as const satisfies ErrorCode[]

export interface UnsentInput {
  code: (typeof codes)[number]
  /** Why the call was refused, for the user. */
  message: string
  values: TypedValues
}

/** By request: Next returns the same headers to an action and to the page that answers its form. */
const unsent = new WeakMap<object, UnsentInput>()

/** Keeps what was typed into a refused form without JavaScript, until this request's page is rendered. */
export async function keepUnsent(
  refusal: { code: ErrorCode; message: string },
  values: TypedValues | undefined,
): Promise<void> {
  const code = codes.find((each) => each === refusal.code)
  if (code && values) unsent.set(await headers(), { code, message: refusal.message, values })
}

/** Returns what was typed into a form that was just refused, for the page that answers it. */
export async function readUnsent(): Promise<UnsentInput | undefined> {
  return unsent.get(await headers())
}
