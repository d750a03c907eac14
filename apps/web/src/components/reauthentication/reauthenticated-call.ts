import type { FormState } from '@/components/form/form-state'

import type { AskForPassword } from './ask-for-password'

/**
 * Makes a call. When it wants the password to have been given lately, asks for it and makes the same call again: whoever
 * called goes on where they stopped.
 */
export async function reauthenticatedCall<Data>(
  call: () => Promise<FormState<Data>>,
  ask: AskForPassword,
): Promise<FormState<Data>> {
  const answer = await call()
  if (answer.serverError?.code !== 'FRESH_SESSION_REQUIRED') return answer
  return (await ask()) ? call() : answer
}
