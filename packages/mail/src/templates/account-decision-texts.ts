import type { MailProps } from '../kinds'

export type AccountDecision = MailProps<'accountDecision'>['decision']

export const accountDecisionSubjects: Readonly<Record<AccountDecision, string>> = {
  suspended: 'Your account is suspended',
  restored: 'Your account is no longer suspended',
  'signed-out': 'You were signed out everywhere',
  'email-verified': 'Your email is verified',
  'role-changed': 'Your role has changed',
  'two-factor-reset-requested': 'A reset of your two-factor authentication was requested',
  'two-factor-reset-withdrawn': 'The reset of your two-factor authentication was canceled',
  deleted: 'Your account was deleted',
  viewed: 'An administrator is viewing your account',
  'acted-as': 'An administrator is using your account',
}

/** What an administrator did, in the body. */
export function accountDecisionSentence(
  decision: AccountDecision,
  { until, role = 'user' }: { until?: string; role?: string },
): string {
  const sentences: Readonly<Record<AccountDecision, string>> = {
    suspended: `An administrator suspended your account${until ? ` until the end of ${until} (UTC)` : ''} and signed you out everywhere. What you created stays.`,
    restored: 'An administrator ended the suspension of your account. You can sign in again.',
    'signed-out': 'An administrator signed you out on every device. Sign in again to continue.',
    'email-verified': 'An administrator verified the email of your account. You can sign in with it.',
    'role-changed': `An administrator changed your role to ${role}. It applies to the administration of the site, not to your organizations.`,
    'two-factor-reset-requested':
      'An administrator requested to turn off two-factor authentication for your account, because you lost your authenticator app and your backup codes. It stays on unless a second administrator confirms within 24 hours. If you didn’t ask for this, contact us now.',
    'two-factor-reset-withdrawn':
      'The request to turn off two-factor authentication for your account was withdrawn. Nothing changed.',
    deleted:
      'An administrator deleted your account and signed you out everywhere. What you created stays in its organization without your name.',
    viewed:
      'An administrator can see the site as you do for up to an hour, for example to help you. They can’t change anything. Your security page shows who it was and when.',
    'acted-as':
      'An administrator can use the site as you for up to an hour, for example to help you. They can’t change how you sign in. Your security page shows who it was and when, and the activity of your organizations shows what they changed.',
  }
  return sentences[decision]
}
