import type { Metadata } from 'next'

import { FormPage } from '@/components/form-page'
import { TextLink } from '@/components/text-link'
import { ButtonLink } from '@/components/ui/button-link'

export const metadata: Metadata = { title: 'Lost your codes' }

/** For people who have two-factor authentication and neither their phone nor a backup code. */
export default function LostCodesPage() {
  return (
    <FormPage
      title="Lost your phone and your codes?"
      description="Nobody can sign in without a code, so we have to turn off two-factor authentication for you."
      footer={<TextLink href="/sign-in">Back to sign in</TextLink>}
    >
      <ol className="list-decimal space-y-3 pl-5">
        <li>Look for your backup codes first: in your downloads, your password manager or on paper.</li>
        <li>
          Check whether your authenticator app has a backup. Many apps restore their codes on a new phone.
        </li>
        <li>
          Otherwise, contact us from the email of your account. An administrator checks that it&apos;s you,
          turns two-factor authentication off and ends your sessions. You get an email when it&apos;s done.
        </li>
        <li>Sign in with your password and set up two-factor authentication again.</li>
      </ol>
      <ButtonLink href="/contact" className="mt-6">
        Contact us
      </ButtonLink>
    </FormPage>
  )
}
