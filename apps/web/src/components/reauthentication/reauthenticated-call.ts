import type { FormState } from '@/components/form/form-state'

import type { AskForPassword } from './ask-for-password'

/**
 * Makes a call. If it needs a recent password check, asks for the password and repeats the call, so the user
 * continues where they left off.
 */
export async function reauthenticatedCall<Data>(
  call: () => Promise<FormState<Data>>,
  ask: AskForPassword,
): Promise<FormState<Data>> {
  const answer = await call()
  if (answer.serverError?.code !== 'FRESH_SESSION_REQUIRED') return answer
  return (await ask()) ? call() : answer
}
