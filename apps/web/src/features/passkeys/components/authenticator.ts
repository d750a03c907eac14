import { NotSent } from '@/components/form/form-state'

import type { CreationOptions, RequestOptions } from '@kit/auth/passkeys/options'

/** The fields of an answer, in base64url. */
export type Answer = Readonly<Record<string, string>>

// Loaded on first use, so no page waits for it.
const library = () => import('./webauthn')

/** Asks the user for a passkey that fits these options. */
export async function askForPasskey(options: RequestOptions): Promise<Answer> {
  return askBrowser(async () => (await library()).assertion(options))
}

/** Asks the user to create a passkey. */
export async function makePasskey(options: CreationOptions): Promise<Answer> {
  return askBrowser(async () => (await library()).attestation(options))
}

/** Whether this browser can list passkeys in the email field's autofill. */
export async function listsPasskeys(): Promise<boolean> {
  const { PublicKeyCredential: credential } = window
  return (await credential?.isConditionalMediationAvailable?.()) ?? false
}

/** Lists passkeys in the email field's autofill until the user chooses one. Undefined if another request ends the list. */
export async function chosenAtField(options: RequestOptions): Promise<Answer | undefined> {
  try {
    return await (await library()).assertion(options, true)
  } catch {
    return undefined
  }
}

/** Closes the list of passkeys at the email field. */
export async function endList(): Promise<void> {
  ;(await library()).cancel()
}

async function askBrowser(work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work()
  } catch (error) {
    throw new NotSent(sentenceOf(error instanceof Error ? error.name : ''))
  }
}

function sentenceOf(name: string): string {
  if (name === 'InvalidStateError') return 'This device already has a passkey for your account.'
  if (name === 'NotSupportedError') return "This device can't create a passkey. Try another device."
  return 'No passkey was used. Try again.'
}
