import type { MailProps } from '../kinds'

export type AccountDecision = MailProps<'accountDecision'>['decision']

export const accountDecisionSubjects: Readonly<Record<AccountDecision, string>> = {
  suspended: 'Your account is suspended',
  restored: 'Your account is no longer suspended',
  'signed-out': 'You were signed out everywhere',
  'email-verified': 'Your email is verified',
  'super-admin': 'You are a super-admin',
  'no-super-admin': 'You are no longer a super-admin',
  deleted: 'Your account was deleted',
}

/** What an administrator did, in the body. */
export function accountDecisionSentence(decision: AccountDecision, until?: string): string {
  const sentences: Readonly<Record<AccountDecision, string>> = {
    suspended: `An administrator suspended your account${until ? ` until the end of ${until} (UTC)` : ''} and signed you out everywhere. What you created stays.`,
    restored: 'An administrator ended the suspension of your account. You can sign in again.',
    'signed-out': 'An administrator signed you out on every device. Sign in again to continue.',
    'email-verified': 'An administrator verified the email of your account. You can sign in with it.',
    'super-admin':
      'An administrator gave you access to the administration. It asks for two-factor authentication where that is required.',
    'no-super-admin': 'An administrator ended your access to the administration. Your account stays.',
    deleted:
      'An administrator deleted your account and signed you out everywhere. What you created stays in its organization without your name.',
  }
  return sentences[decision]
}
