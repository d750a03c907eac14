import { expect, test } from 'vitest'
import { composeMail } from './compose'
import { type Mail, mailKinds } from './kinds'
import { renderTemplate } from './render'

const url = 'https://app.test/page?token=abc'
const to = 'person@example.test'
const reportUrl = 'https://app.test/report-email?token=def'

/** As long as a name in an email can be. */
const name = 'X'.repeat(60)

const signIn = { browser: 'Chrome on Windows', network: '203.0.113.*', at: '2026-11-29 09:00 UTC' }
const pages = { accountUrl: url, resetUrl: url }

const mails: Mail[] = [
  { to, kind: 'verifyEmail', props: { url } },
  { to, kind: 'resetPassword', props: { url } },
  { to, kind: 'newSignIn', props: { url, ...signIn, days: 3 } },
  { to, kind: 'changeEmail', props: { url } },
  { to, kind: 'invitation', props: { url, organization: name, inviter: name, roleName: name, days: 7 } },
  { to, kind: 'accountExists', props: { signInUrl: url, resetUrl: url } },
  { to, kind: 'changeEmailNotice', props: { resetUrl: url } },
  { to, kind: 'twoFactorChanged', props: { change: 'on', left: 0, ...pages } },
  { to, kind: 'magicLink', props: { url, minutes: 15 } },
  { to, kind: 'confirmationCode', props: { code: 'h7wqx-3mk9p', minutes: 10 } },
  { to, kind: 'passwordChanged', props: { change: 'changed', ...pages } },
  { to, kind: 'providerChanged', props: { change: 'linked', provider: 'GitHub', ...pages } },
  { to, kind: 'passkeyAdded', props: { url, name, days: 3 } },
  { to, kind: 'passkeyChanged', props: { change: 'renamed', name, before: name, ...pages } },
  { to, kind: 'accountDeleted', props: { signUpUrl: url } },
  { to, kind: 'accountDecision', props: { decision: 'suspended', until: 'March 1, 2031', contactUrl: url } },
  {
    to,
    kind: 'organizationDecision',
    props: {
      decision: 'suspended',
      organization: name,
      organizationUrl: url,
      contactUrl: url,
    },
  },
  { to, kind: 'contactMessage', props: { name, email: 'visitor@example.test', message: 'Hello' } },
]

test('every kind of email is here', () => {
  expect(mails.map(({ kind }) => kind).toSorted()).toEqual(Object.keys(mailKinds).toSorted())
})

test.each(mails)('$kind has the link to report it, and no long name fills its subject', async (mail) => {
  const { subject, template } = composeMail(mail.kind, { ...mail.props, reportUrl })
  expect(subject).not.toMatch(/X{30}/)
  const { html, text } = await renderTemplate(template)
  expect(html).toContain(`href="${reportUrl}"`)
  expect(text).toContain(reportUrl)
})
