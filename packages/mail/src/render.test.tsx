import { describe, expect, it } from 'vitest'
import { renderTemplate } from './render'
import { AccountDecisionNotice } from './templates/account-decision'
import { AccountDeleted } from './templates/account-deleted'
import { AccountExists } from './templates/account-exists'
import { ChangeEmail } from './templates/change-email'
import { ChangeEmailNotice } from './templates/change-email-notice'
import { Invitation } from './templates/invitation'
import { NewSignIn } from './templates/new-sign-in'
import { OrganizationDecisionNotice } from './templates/organization-decision'
import { PasskeyAdded } from './templates/passkey-added'
import { PasskeyChanged } from './templates/passkey-changed'
import { PasswordChanged } from './templates/password-changed'
import { ResetPassword } from './templates/reset-password'
import { TwoFactorChanged } from './templates/two-factor-changed'
import { VerifyEmail } from './templates/verify-email'

const url = 'https://app.test/verify-email?token=abc&x=1'
const reportUrl = 'https://app.test/report-email?token=def'

describe.each([
  { name: 'verify-email', template: <VerifyEmail reportUrl={reportUrl} url={url} /> },
  {
    name: 'account-suspended',
    template: (
      <AccountDecisionNotice
        reportUrl={reportUrl}
        decision="suspended"
        until="March 1, 2031"
        contactUrl={url}
      />
    ),
  },
  { name: 'reset-password', template: <ResetPassword reportUrl={reportUrl} url={url} /> },
  {
    name: 'new-sign-in',
    template: (
      <NewSignIn
        reportUrl={reportUrl}
        url={url}
        browser="Chrome on Windows"
        network="203.0.113.*"
        at="2026-11-29 09:00 UTC"
        days={3}
      />
    ),
  },
  { name: 'change-email', template: <ChangeEmail reportUrl={reportUrl} url={url} /> },
  { name: 'change-email-notice', template: <ChangeEmailNotice reportUrl={reportUrl} resetUrl={url} /> },
  {
    name: 'two-factor-on',
    template: (
      <TwoFactorChanged
        reportUrl={reportUrl}
        change="on"
        left={0}
        undo={{ url, days: 3 }}
        accountUrl="https://app.test/account"
        resetUrl="https://app.test/forgot-password"
      />
    ),
  },
  {
    name: 'backup-code-used',
    template: (
      <TwoFactorChanged
        reportUrl={reportUrl}
        change="backup-code-used"
        left={1}
        accountUrl="https://app.test/account"
        resetUrl={url}
      />
    ),
  },
  {
    name: 'password-changed',
    template: (
      <PasswordChanged
        reportUrl={reportUrl}
        change="changed"
        accountUrl="https://app.test/account"
        resetUrl={url}
      />
    ),
  },
  {
    name: 'passkey-added',
    template: <PasskeyAdded reportUrl={reportUrl} url={url} name="Laptop" days={3} />,
  },
  {
    name: 'passkey-removed',
    template: (
      <PasskeyChanged
        reportUrl={reportUrl}
        change="removed"
        name="Laptop"
        before={undefined}
        accountUrl="https://app.test/account"
        resetUrl={url}
      />
    ),
  },
  {
    name: 'organization-going',
    template: (
      <OrganizationDecisionNotice
        reportUrl={reportUrl}
        decision="deletion-scheduled"
        organization="Acme"
        until="March 1, 2031"
        organizationUrl="https://app.test/acme"
        contactUrl={url}
      />
    ),
  },
  { name: 'account-deleted', template: <AccountDeleted reportUrl={reportUrl} signUpUrl={url} /> },
  {
    name: 'invitation',
    template: (
      <Invitation
        reportUrl={reportUrl}
        url={url}
        organization="Acme"
        inviter="Ada"
        roleName="editor"
        days={7}
      />
    ),
  },
  {
    name: 'account-exists',
    template: (
      <AccountExists reportUrl={reportUrl} signInUrl={url} resetUrl="https://app.test/forgot-password" />
    ),
  },
])('$name', ({ template }) => {
  it('has the link in both bodies', async () => {
    const { html, text } = await renderTemplate(template)
    expect(html).toContain(`href="${url.replaceAll('&', '&amp;')}"`)
    expect(text).toContain(url)
  })

  it('ends with the link to report it', async () => {
    const { html, text } = await renderTemplate(template)
    expect(html).toContain(`href="${reportUrl}"`)
    expect(text.trim().endsWith(reportUrl)).toBe(true)
  })

  it('is a complete document with a dark theme, and loads nothing', async () => {
    const { html } = await renderTemplate(template)
    expect(html).toMatch(/^<!DOCTYPE html/)
    expect(html).toContain('prefers-color-scheme: dark')
    expect(html).not.toMatch(/<(script|img|link|iframe)\b/)
  })

  it('has a readable text body: no markup, and the link once', async () => {
    const { text } = await renderTemplate(template)
    expect(text).not.toMatch(/<[a-z]/i)
    expect(text.split(url)).toHaveLength(2)
    expect(text).toMatchSnapshot()
  })
})

it('escapes a URL that tries to break out of its attribute', async () => {
  const { html } = await renderTemplate(
    <VerifyEmail reportUrl={reportUrl} url={'https://app.test/"><script>alert(1)</script>'} />,
  )
  expect(html).not.toContain('<script>')
})

it('replaces omitted names with a general phrase, and escapes the others', async () => {
  const { text } = await renderTemplate(
    <Invitation
      reportUrl={reportUrl}
      url={url}
      organization={undefined}
      inviter={undefined}
      roleName="viewer"
      days={7}
    />,
  )
  expect(text).toContain('Someone invited you to join an organization on Gatehouse with the role viewer.')
  const named = (
    <Invitation
      reportUrl={reportUrl}
      url={url}
      organization="<b>Acme</b>"
      inviter={'"><script>'}
      roleName="viewer"
      days={7}
    />
  )
  const { html } = await renderTemplate(named)
  expect(html).not.toMatch(/<b>Acme|<script>/)
})
