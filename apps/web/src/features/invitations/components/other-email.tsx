import { StatusMessage } from '@/components/status-message'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { signOutAction } from '@/features/auth/actions'
import { DeploymentField } from '@/lib/deployment/deployment-field'

// It redirects, so there is no response to show without JavaScript.
const signOut: (formData: FormData) => void = signOutAction

/** For a link opened while signed in as someone else. */
export function OtherEmail({ email }: { email: string }) {
  return (
    <StatusMessage
      title="This invitation is for a different email"
      actions={
        <>
          <form action={signOut}>
            <DeploymentField />
            <Button type="submit">Sign out</Button>
          </form>
          <ButtonLink href="/organizations" variant="ghost">
            Your organizations
          </ButtonLink>
        </>
      }
    >
      <p>
        It was sent to <strong className="font-medium wrap-anywhere text-foreground">{email}</strong>, but
        you're signed in with a different email. To accept it, sign out and open the link in the email again.
      </p>
    </StatusMessage>
  )
}
