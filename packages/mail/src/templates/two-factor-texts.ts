import type { MailProps } from '../kinds'

export type TwoFactorChange = MailProps<'twoFactorChanged'>['change']

export const twoFactorSubjects: Readonly<Record<TwoFactorChange, string>> = {
  on: 'Two-factor authentication is on',
  off: 'Two-factor authentication is off',
  'new-backup-codes': 'You have new backup codes',
  'backup-code-used': 'A backup code was used',
  reset: 'Two-factor authentication was reset',
}

/** What happened, in the body. */
export function twoFactorSentence(change: TwoFactorChange, left: number): string {
  const sentences: Readonly<Record<TwoFactorChange, string>> = {
    on: 'Signing in to your account now needs a code from your authenticator app. Your other sessions have been signed out.',
    off: 'Signing in to your account no longer needs a code from your authenticator app.',
    'new-backup-codes': 'You made new backup codes. The previous ones no longer work.',
    'backup-code-used': `One of your backup codes was used. ${left === 1 ? '1 code is' : `${left} codes are`} left.`,
    reset:
      'We turned off two-factor authentication for your account and signed you out everywhere. Sign in with your password, and set it up again.',
  }
  return sentences[change]
}
