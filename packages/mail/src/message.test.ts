import { describe, expect, it } from 'vitest'
import { assertEmail, assertSubject, MailError } from './message'

describe('assertEmail', () => {
  it.each(['a@b.test', 'first.last+tag@sub.example.org', "o'hara@example.test", 'ü@example.test'])(
    'accepts %s',
    (to) => {
      expect(() => assertEmail(to)).not.toThrow()
    },
  )

  it.each([
    ['a second recipient', 'a@b.test,c@d.test'],
    ['a second recipient by semicolon', 'a@b.test;c@d.test'],
    ['a header', 'a@b.test\r\nBcc: c@d.test'],
    ['a bare line feed', 'a@b.test\nBcc: c@d.test'],
    ['a NUL', 'a\0@b.test'],
    ['a display name', 'A <a@b.test>'],
    ['a group', 'team:a@b.test'],
    ['a quoted local part', '"a b"@b.test'],
    ['two at signs', 'a@b@c.test'],
    ['nothing', ''],
    ['too much', `${'a'.repeat(250)}@b.test`],
  ])('refuses %s', (_what, to) => {
    expect(() => assertEmail(to)).toThrow(MailError)
  })
})

describe('assertSubject', () => {
  it('accepts one line', () => {
    expect(() => assertSubject('Verify your email')).not.toThrow()
  })

  it.each(['', 'a\r\nBcc: c@d.test', 'a\nb', 'a\0b', 'a\u2028b', 'x'.repeat(201)])(
    'refuses %j',
    (subject) => {
      expect(() => assertSubject(subject)).toThrow(MailError)
    },
  )
})
