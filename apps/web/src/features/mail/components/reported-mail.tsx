import type { ReactNode } from 'react'

import type { ReportableMail } from '@kit/auth/mail/reported-mail'
import { FormPage } from '@/components/form-page'

import { BlockMailForm, ReportMailForm, UnblockMailForm } from './mail-forms'
import { mailLabels } from './mail-labels'

const doneMessages = new Map([
  ['blocked', 'Blocked. We won’t tell the sender.'],
  ['unblocked', 'Unblocked. You’ll get email like this again.'],
  ['reported', 'Reported. We’ll look into it.'],
])

interface Props {
  mail: ReportableMail
  token: string
  /** What was done before this page was shown, from its URL. */
  done: string | undefined
}

/** The ways in which a recipient can report or block an email. */
export function ReportedMail({ mail: { kind, to, scopes, isBlocked }, token, done = '' }: Props) {
  const message = doneMessages.get(done)
  return (
    <FormPage
      title="Didn't expect our email?"
      description={
        <>
          We sent {mailLabels[kind]} to{' '}
          <strong className="font-medium wrap-anywhere text-foreground">{to}</strong> because someone asked
          for it.
        </>
      }
    >
      {message ? (
        <output className="mb-6 block rounded-md border border-success/30 bg-success/8 px-3.5 py-3 text-sm">
          {message}
        </output>
      ) : null}
      <div className="space-y-7">
        {isBlocked ? (
          <Choice text="You blocked email like this one.">
            <UnblockMailForm token={token} />
          </Choice>
        ) : (
          scopes.map((scope) => (
            <Choice key={scope} text={scopeTexts[scope]}>
              <BlockMailForm token={token} scope={scope} />
            </Choice>
          ))
        )}
        {scopes.length === 0 ? (
          <p className="text-muted-foreground">
            This email protects an account, so it can't be blocked. We limit how many we send.
          </p>
        ) : null}
        {done === 'reported' ? null : (
          <Choice text="Tell us about spam or abuse. We see who caused the email.">
            <ReportMailForm token={token} />
          </Choice>
        )}
      </div>
    </FormPage>
  )
}

const scopeTexts = {
  sender: 'Stop invitations and other email from this person.',
  all: 'Stop all email that strangers can trigger: invitations, and links for accounts that you didn’t sign up for.',
}

function Choice({ text, children }: { text: string; children: ReactNode }) {
  return (
    <div className="space-y-2.5">
      <p className="text-muted-foreground">{text}</p>
      {children}
    </div>
  )
}
