import { FormPage } from '@/components/form-page'
import { TextLink } from '@/components/text-link'
import { constraintsOf } from '@/lib/input/constraints'
import { LocalDate } from '@/components/dates/local-date'

import { loadLink } from '../loaders'
import { signUpInvitedSchema } from '../schema'
import { AnswerForms } from './answer-forms'
import { ClosedLink } from './closed-link'
import { JoinForm } from './join-form'
import { OtherEmail } from './other-email'

/** The page behind an emailed link. Opening it changes nothing, because mail scanners open it too. */
export async function InvitationView({ token }: { token: string }) {
  const link = await loadLink(token)
  if (link.kind === 'unknown') return <ClosedLink state="unknown" />
  if (link.kind === 'settled') return <ClosedLink state={link.state} joined={link.joined} />
  const { organization, inviter, email, role, expiresAt, visitor } = link
  if (visitor === 'other') return <OtherEmail email={email} />

  const signIn = `/sign-in?next=${encodeURIComponent(`/invitations?token=${encodeURIComponent(token)}`)}`
  return (
    <FormPage
      title={`Join ${organization}`}
      description={
        <>
          {inviter} invited <strong className="font-medium wrap-anywhere text-foreground">{email}</strong> to
          join with the role {role}. This invitation expires on <LocalDate at={expiresAt} />.
        </>
      }
      footer={
        visitor === 'signed-out' ? (
          <>
            Already have an account with this email? <TextLink href={signIn}>Sign in</TextLink>. Not
            interested? You can ignore this invitation.
          </>
        ) : undefined
      }
    >
      {visitor === 'invited' ? (
        <AnswerForms token={token} />
      ) : (
        <JoinForm token={token} email={email} constraints={constraintsOf(signUpInvitedSchema)} />
      )}
    </FormPage>
  )
}
