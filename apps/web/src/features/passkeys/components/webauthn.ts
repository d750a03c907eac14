import {
  startAuthentication,
  startRegistration,
  WebAuthnAbortService as ceremony,
} from '@simplewebauthn/browser'

import type { CreationOptions, RequestOptions } from '@kit/auth/passkeys/options'

import type { Answer } from './authenticator'

export async function assertion(optionsJSON: RequestOptions, useBrowserAutofill = false): Promise<Answer> {
  const { id, response } = await startAuthentication({ optionsJSON, useBrowserAutofill })
  return {
    credentialId: id,
    clientData: response.clientDataJSON,
    authenticatorData: response.authenticatorData,
    signature: response.signature,
    ...(response.userHandle && { userHandle: response.userHandle }),
  }
}

export async function attestation(optionsJSON: CreationOptions): Promise<Answer> {
  const { id, response } = await startRegistration({ optionsJSON })
  return {
    credentialId: id,
    clientData: response.clientDataJSON,
    attestationObject: response.attestationObject,
  }
}

export function cancel(): void {
  ceremony.cancelCeremony()
}
