import { TextLink } from '@/components/text-link'
import { currentInstallation } from '@/features/installation/loaders'

/** What someone without an account can do. */
export function SignUpLink() {
  return currentInstallation().signUp === 'invitation' ? (
    <>
      New to Gatehouse? You need an invitation. <TextLink href="/contact">Contact us</TextLink>
    </>
  ) : (
    <>
      New to Gatehouse? <TextLink href="/sign-up">Create an account</TextLink>
    </>
  )
}
