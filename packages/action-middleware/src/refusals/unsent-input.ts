import 'server-only'
import { headers } from 'next/headers'

import type { TypedValues } from '../input/typed-values'

/** By request: Next returns the same headers to an action and to the page that answers its form. */
const unsent = new WeakMap<object, TypedValues>()

/** Keeps what was typed into a form without JavaScript, until this request's page is rendered. */
export async function keepUnsent(values: TypedValues): Promise<void> {
  unsent.set(await headers(), values)
}

/** Returns what a caller without a session typed into a form, for the page that answers it. */
export async function readUnsent(): Promise<TypedValues | undefined> {
  return unsent.get(await headers())
}
