import { NotSent } from '@/components/form/form-state'

import type { CreationOptions, RequestOptions } from '@kit/auth/passkeys/options'

/** The fields of an answer, in base64url. */
export type Answer = Readonly<Record<string, string>>

// Loaded when it is used, so that no page waits for it.
const library = () => import('./webauthn')

/** Asks for a passkey of these options. */
export async function askForPasskey(options: RequestOptions): Promise<Answer> {
  return told(async () => (await library()).assertion(options))
}

/** Asks to make a passkey. */
export async function makePasskey(options: CreationOptions): Promise<Answer> {
  return told(async () => (await library()).attestation(options))
}

/** Whether this browser can list passkeys at the email field. */
export async function listsPasskeys(): Promise<boolean> {
  const { PublicKeyCredential: credential } = window
  return (await credential?.isConditionalMediationAvailable?.()) ?? false
}

/** Lists passkeys at the email field until the user chooses one. Undefined if another request ends it. */
export async function chosenAtField(options: RequestOptions): Promise<Answer | undefined> {
  try {
    return await (await library()).assertion(options, true)
  } catch {
    return undefined
  }
}

/** Ends a list of passkeys at the email field. */
export async function endList(): Promise<void> {
  ;(await library()).cancel()
}

async function told(work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work()
  } catch (error) {
    throw new NotSent(sentenceOf(error instanceof Error ? error.name : ''))
  }
}

function sentenceOf(name: string): string {
  if (name === 'InvalidStateError') return 'This device already has a passkey for your account.'
  if (name === 'NotSupportedError') return "This device can't make a passkey. Try another one."
  return 'No passkey was used. Try again.'
}
