/** Errors that the provider makes on purpose, to test that the app refuses them. */
export const faults = [
  'nonce',
  'audience',
  'issuer',
  'signature',
  'expired',
  'issuer-parameter',
  'another-subject',
  'old-sign-in',
] as const

export type Fault = (typeof faults)[number]

/** The person who signs in at the provider. */
export interface Person {
  subject: string
  name: string
  email: string
  emailVerified: boolean
  fault?: Fault
}

/** Reads the form of the sign-in page. */
export function personIn(form: URLSearchParams): Person {
  const fault = faults.find((one) => one === form.get('fault'))
  return {
    subject: form.get('subject') ?? '',
    name: form.get('name') ?? '',
    email: form.get('email') ?? '',
    emailVerified: form.get('email_verified') === 'on',
    ...(fault && { fault }),
  }
}

export function formOf({ subject, name, email, emailVerified, fault }: Person): Record<string, string> {
  return { subject, name, email, ...(emailVerified && { email_verified: 'on' }), ...(fault && { fault }) }
}
