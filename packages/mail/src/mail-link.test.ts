import { beforeAll, expect, it, vi } from 'vitest'
import { mailboxHashes } from './mailbox-hashes'
import { type MailLink, mailLinkUrl, readMailLink } from './mail-link'

const link: MailLink = {
  to: 'ada@example.test',
  kind: 'invitation',
  cause: { userId: '7d4ff0e0-3b5b-4bd0-9a53-0123456789ab' },
}

const tokenOf = (made: MailLink) => new URL(mailLinkUrl(made)).searchParams.get('token') ?? ''

beforeAll(() => {
  vi.stubEnv('APP_URL', 'https://app.test')
  vi.stubEnv('DATABASE_URL', 'postgres://nobody@localhost/none')
})

it('leads to our page and reveals nothing to anyone else', () => {
  const url = mailLinkUrl(link)
  expect(url).toMatch(/^https:\/\/app\.test\/report-email\?token=[\w-]+$/)
  expect(Buffer.from(tokenOf(link), 'base64url').toString('latin1')).not.toMatch(/ada|invitation|7d4ff0e0/)
})

it('is bound to the mailbox, the kind and the cause', () => {
  expect(readMailLink(tokenOf(link))).toEqual(link)
  const other: MailLink = { ...link, to: 'bob@example.test', cause: { network: '203.0.113.*' } }
  expect(readMailLink(tokenOf(other))).toEqual(other)
  expect(readMailLink(tokenOf({ to: link.to, kind: 'resetPassword' }))).toEqual({
    to: link.to,
    kind: 'resetPassword',
  })
})

it('is refused when it is changed, cut short or not ours', () => {
  const token = tokenOf(link)
  const bytes = Buffer.from(token, 'base64url')
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
  const wrong = [bytes.toString('base64url'), token.slice(0, -4), token.slice(4), '', '\0', 'x'.repeat(2048)]
  for (const text of wrong) expect(readMailLink(text)).toBeUndefined()
})

it('fits into the form for the longest email', () => {
  const to = `${'a'.repeat(64)}@${'b'.repeat(185)}.test`
  expect(tokenOf({ ...link, to }).length).toBeLessThan(2048)
})

it('hashes every way to write a mailbox the same', () => {
  const [hash] = mailboxHashes('ada@example.test')
  expect(hash).toMatch(/^[\w-]{43}$/)
  expect(mailboxHashes('A.da+news@example.test')).toEqual([hash])
  expect(mailboxHashes('ada@example.com')).not.toEqual([hash])
})
