import { enter, followMailedLink, makeAccount, stranger } from '@e2e/fixtures/accounts'
import { failMail, invitationMails, invitationOf, invite, joinByLink } from '@e2e/fixtures/invitations'
import { makeOrganization } from '@e2e/fixtures/organizations'
import { signIn } from '@e2e/fixtures/session'
import { takenOver } from '@e2e/fixtures/taken-over'
import { expect, test } from '@e2e/fixtures/test'

/** A new organization, so tests don't share invitations. */
const makeInviting = () => makeOrganization({ 'owner@acme.test': 'owner', 'viewer@acme.test': 'viewer' })

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a person without an account creates one and joins', async ({ page, browser }) => {
      const organization = await makeInviting()
      const guest = stranger()
      await invite(page, organization, guest.email, 'viewer')

      const visitor = await (await browser.newContext({ javaScriptEnabled })).newPage()
      await followMailedLink(visitor, guest.email, '/invitations')
      const link = visitor.url()
      await expect(
        visitor.getByText(`Acme Owner invited ${guest.email} to join with the role Viewer`),
      ).toBeVisible()
      await joinByLink(visitor, guest)
      expect(new URL(visitor.url()).pathname).toMatch(new RegExp(`^/${organization.slug}/`))
      await visitor.goto(`/${organization.slug}/members`)
      await expect(visitor.getByRole('row').filter({ hasText: 'You' })).toContainText('Viewer')

      await visitor.goto(link)
      await expect(visitor.getByRole('heading', { name: `You joined ${organization.name}` })).toBeVisible()
      await visitor.context().close()
      await page.reload()
      await expect(invitationOf(page, guest.email)).toContainText('Accepted')
    })

    test('a person with an account signs in and accepts', async ({ page, browser }) => {
      const organization = await makeInviting()
      const guest = await makeAccount()
      const visitor = await (await browser.newContext({ javaScriptEnabled })).newPage()
      await invite(page, organization, guest.email)
      await followMailedLink(visitor, guest.email, '/invitations')
      await visitor.getByRole('link', { name: 'Sign in' }).click()
      await enter(visitor, guest)
      await visitor.getByRole('button', { name: 'Accept invitation' }).click()
      await visitor.waitForURL(`**/${organization.slug}/*`)
      await visitor.goto(`/${organization.slug}/members`)
      await expect(visitor.getByRole('row').filter({ hasText: 'You' })).toContainText('Editor')
      await visitor.context().close()
    })

    test('a person can decline and be invited again', async ({ page, browser }) => {
      const organization = await makeInviting()
      const guest = await makeAccount()
      const visitor = await (await browser.newContext({ javaScriptEnabled })).newPage()
      await invite(page, organization, guest.email)
      await visitor.goto('/sign-in')
      await enter(visitor, guest)
      await expect(visitor).toHaveURL(/\/organizations$/)
      await followMailedLink(visitor, guest.email, '/invitations')
      await visitor.getByRole('button', { name: 'Decline' }).click()
      await expect(visitor.getByText(/You declined|was declined/)).toBeVisible()
      await visitor.context().close()
      await invite(page, organization, guest.email)
    })

    test('resending replaces the link, and canceling ends it', async ({ page, browser }) => {
      const organization = await makeInviting()
      const guest = stranger()
      await invite(page, organization, guest.email)
      const visitor = await (await browser.newContext({ javaScriptEnabled })).newPage()
      await followMailedLink(visitor, guest.email, '/invitations')
      const first = visitor.url()

      await page.getByRole('button', { name: `Resend invitation to ${guest.email}` }).click()
      await expect(page.getByText('Invitation resent.')).toBeVisible()
      await expect(async () => {
        await followMailedLink(visitor, guest.email, '/invitations')
        expect(visitor.url()).not.toBe(first)
      }).toPass()
      await expect(visitor.getByRole('heading', { name: `Join ${organization.name}` })).toBeVisible()
      const second = visitor.url()
      await visitor.goto(first)
      await expect(visitor.getByRole('heading', { name: 'This link is invalid' })).toBeVisible()

      await page.getByRole('button', { name: `Cancel invitation to ${guest.email}` }).click()
      await expect(invitationOf(page, guest.email)).toContainText('Canceled')
      await expect(page.getByRole('button', { name: `Resend invitation to ${guest.email}` })).toHaveCount(0)
      await visitor.goto(second)
      await expect(visitor.getByRole('heading', { name: 'This invitation was canceled' })).toBeVisible()
      await visitor.context().close()
    })

    test('a link does nothing in another person’s session and says whose it is', async ({ page }) => {
      const organization = await makeInviting()
      const guest = stranger()
      await invite(page, organization, guest.email)
      await followMailedLink(page, guest.email, '/invitations')
      await expect(
        page.getByRole('heading', { name: 'This invitation is for a different email' }),
      ).toBeVisible()
      await expect(page.getByRole('button', { name: 'Accept invitation' })).toHaveCount(0)
    })

    test('a member or an invited person can’t be invited', async ({ page }) => {
      const organization = await makeInviting()
      const guest = stranger()
      await invite(page, organization, guest.email)
      for (const [email, message] of [
        ['Viewer@acme.test', 'This person is already a member.'],
        [guest.email, 'This email has already been invited.'],
      ] as const) {
        await page.getByLabel('Email', { exact: true }).fill(email)
        await page.getByRole('button', { name: 'Send invitation', exact: true }).click()
        await expect(page.getByText(message)).toBeVisible()
        await expect(page.getByLabel('Email', { exact: true })).toHaveValue(new RegExp(email, 'i'))
      }
    })
  })
}

test('the inviter sees that a mail was not delivered, and resends it', async ({ page }) => {
  const organization = await makeInviting()
  const guest = stranger()
  await invite(page, organization, guest.email)
  const row = invitationOf(page, guest.email)
  await expect(row).not.toContainText('not delivered')

  await failMail(guest.email, 'waiting')
  await page.reload()
  await expect(row).toContainText('Email not delivered yet. We keep trying.')
  await failMail(guest.email, 'failed')
  await page.reload()
  await expect(row).toContainText('Email not delivered. Check the email, then resend or cancel.')

  await row.getByRole('button', { name: `Resend invitation to ${guest.email}` }).click()
  await expect(page.getByText('Invitation resent.')).toBeVisible()
  await expect(row).not.toContainText('not delivered')
  await expect.poll(() => invitationMails(guest.email)).toBe(2)
})

test('an admin can give only roles below their own', async ({ page }) => {
  await signIn(page, 'admin@acme.test')
  await page.goto('/acme/members/invitations')
  await expect(page.getByLabel('Role').getByRole('option')).toHaveText(['Editor', 'Viewer', 'Triage'])
  await expect(
    page.getByRole('button', { name: 'Resend invitation to auditor@northwind.test' }),
  ).toBeVisible()
  await expect(page.getByRole('button', { name: 'Resend invitation to lee.chen@acme.test' })).toHaveCount(0)
})

test('an editor can’t open the invitations', async ({ page }) => {
  await signIn(page, 'editor@acme.test')
  await page.goto('/acme/members')
  await expect(page.getByRole('link', { name: 'Invite people' })).toHaveCount(0)
  expect((await page.goto('/acme/members/invitations'))?.status()).toBe(403)
})

test('an owner can filter invitations by state', async ({ page }) => {
  await signIn(page, 'owner@acme.test')
  await page.goto('/acme/members/invitations')
  await takenOver(page)
  await page.getByLabel('Status').selectOption('expired')
  await expect(page).toHaveURL(/state=expired/)
  await expect(page.getByRole('rowheader')).toHaveText([/lee\.chen@acme\.test/])
})
