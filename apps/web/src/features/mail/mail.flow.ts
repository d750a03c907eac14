import { followMailedLink, stranger } from '@e2e/fixtures/accounts'
import { database } from '@e2e/fixtures/database'
import { inspect } from '@e2e/fixtures/inspect'
import { invitationMails, invitationOf, invite } from '@e2e/fixtures/invitations'
import { makeOrganization } from '@e2e/fixtures/organizations'
import { signIn } from '@e2e/fixtures/session'
import { expect, test } from '@e2e/fixtures/test'

/** The delivery status of every invitation to this email. */
async function statuses(email: string): Promise<unknown[]> {
  const rows = await database()`
    SELECT mail.status FROM mail JOIN invitation ON invitation.id = invitation_id WHERE email = ${email}`
  return rows.map(({ status }) => status)
}

const makeInviting = () => makeOrganization({ 'owner@acme.test': 'owner' })

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a recipient reports an email, blocks its sender and unblocks them again', async ({
      page,
      browser,
    }) => {
      const { email } = stranger()
      await invite(page, await makeInviting(), email)

      const recipient = await (await browser.newContext({ javaScriptEnabled })).newPage()
      await followMailedLink(recipient, email, '/report-email')
      await expect(recipient.getByText(`We sent an invitation to ${email}`)).toBeVisible()
      await recipient.getByRole('button', { name: 'Report' }).click()
      await expect(recipient.getByText('Reported.')).toBeVisible()
      await recipient.getByRole('button', { name: 'Block this sender' }).click()
      await expect(recipient.getByText('Blocked.')).toBeVisible()

      // The sender sees the same as before, and no mail arrives.
      const other = await makeInviting()
      const before = await invitationMails(email)
      await signIn(page, 'owner@acme.test')
      await page.goto(`/${other.slug}/members/invitations`)
      await page.getByLabel('Email', { exact: true }).fill(email)
      await page.getByRole('button', { name: 'Send invitation', exact: true }).click()
      await expect(page.getByText('Invitation sent.')).toBeVisible()
      await expect(invitationOf(page, email)).toContainText('Pending')
      await expect.poll(() => statuses(email)).toEqual(['sent', 'sent'])
      expect(await invitationMails(email)).toBe(before)

      await recipient.getByRole('button', { name: 'Unblock' }).click()
      await expect(recipient.getByText('Unblocked.')).toBeVisible()
      await invite(page, await makeInviting(), email)
      await recipient.context().close()
    })
  })
}

test('the page about an email is accessible', async ({ page }) => {
  const { email } = stranger()
  await invite(page, await makeInviting(), email)
  await followMailedLink(page, email, '/report-email')
  expect(await inspect(page)).toEqual([])
})
