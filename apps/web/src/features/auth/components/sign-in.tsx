import { offerCaptcha } from '@/components/captcha/offer-captcha'
import { FormPage } from '@/components/form-page'
import { PasskeySignIn } from '@/features/passkeys/components/passkey-sign-in'
import { constraintsOf } from '@/lib/input/constraints'

import { signInSchema } from '../schema'
import { FreshDocument } from './person/fresh-document'
import { OtherWays } from './other-ways'
import { DemoAccounts } from './demo-accounts'
import { SignInForm } from './sign-in-form'
import { SignUpLink } from './sign-up-link'

/** The sign-in form, for its own page and for pages that need a session. */
export function SignIn({ description, next }: { description?: string; next?: string }) {
  const captcha = offerCaptcha('auth.signIn')
  return (
    <FreshDocument>
      <FormPage title="Sign in" description={description} footer={<SignUpLink />}>
        <SignInForm constraints={constraintsOf(signInSchema)} captcha={captcha} next={next} />
        <PasskeySignIn next={next} />
        <OtherWays next={next} withLink />
      </FormPage>
      <DemoAccounts captcha={captcha} next={next} />
    </FreshDocument>
  )
}
