import { expect, test } from 'vitest'

import { toCsv } from './csv'

const one = (value: string) => toCsv(['Name'], [[value]]).slice('\uFEFF"Name"\r\n'.length, -2)

test.each([
  ['=HYPERLINK("https://evil.example","Open")', '"\'=HYPERLINK(""https://evil.example"",""Open"")"'],
  ['+1+1', '"\'+1+1"'],
  ['-2+3', '"\'-2+3"'],
  ["@SUM(A1:A2)|cmd!'A1'", "\"'@SUM(A1:A2)|cmd!'A1'\""],
  ['  =1+1', '"\'  =1+1"'],
  ['\t=1+1', '"\'\t=1+1"'],
  ['\r=1+1', '"\'\r=1+1"'],
  ['\n=1+1', '"\'\n=1+1"'],
  ['＝1+1', '"\'＝1+1"'],
  ['-', '"\'-"'],
])('a spreadsheet shows %j as text', (value, written) => {
  expect(one(value)).toBe(written)
})

test.each([
  ['a,b', '"a,b"'],
  ['two\nlines', '"two\nlines"'],
  ['say "hi"', '"say ""hi"""'],
  ['","=1+1', '""",""=1+1"'],
  ['', '""'],
  ['roles.create', '"roles.create"'],
])('%j stays one cell', (value, written) => {
  expect(one(value)).toBe(written)
})

test('rows end with CRLF and the file begins with a byte order mark', () => {
  expect(toCsv(['a', 'b'], [['1', '2']])).toBe('\uFEFF"a","b"\r\n"1","2"\r\n')
})
