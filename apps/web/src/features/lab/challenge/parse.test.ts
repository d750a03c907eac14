import { describe, expect, it } from 'vitest'

import { sendChallengeSchema } from '../schema'
import { parseArguments } from './parse-arguments'
import { parseHeaders } from './parse-headers'

describe('the arguments of a challenge', () => {
  it('are the fields of one form, or of one for each value of a list', () => {
    expect(parseArguments('{"a": "1", "b": ["2", "3"]}', 'fields')).toEqual({
      calls: [{ fields: { a: '1', b: '2' } }, { fields: { a: '1', b: '3' } }],
    })
    expect(parseArguments('["a", {"b": 1}]', 'list')).toEqual({ calls: [{ list: ['a', { b: 1 }] }] })
    expect(parseArguments('anything', 'nothing')).toEqual({ calls: [null] })
  })

  it.each([
    '',
    '{',
    '[]',
    '"a"',
    'null',
    '{"a": 1}',
    '{"a": [["b"]]}',
    JSON.stringify({ a: Array(21).fill('') }),
  ])('are refused: %s', (text) => expect(parseArguments(text, 'fields')).toHaveProperty('fault'))

  it.each([
    ['{', 'This is not valid JSON. Check quotes and commas.'],
    ['["a"]', 'Enter an object, such as {"name": "value"}.'],
    ['{"a": [["b"]]}', 'There is a list inside a list. Remove the extra brackets.'],
  ])('are refused with what is wrong, at their field: %s', (args, fault) => {
    const target = 'no-rate-limit/signInAction'
    const sent = { challenge: 'no-rate-limit', caller: 'signed-out', target, args, headers: '' }
    expect(sendChallengeSchema.safeParse(sent).error?.issues).toMatchObject([
      { path: ['args'], message: fault },
    ])
  })
})

describe('the headers of a challenge', () => {
  it('are one per line', () => {
    expect(parseHeaders('Accept-Language: en\r\n\nX-Forwarded-Host:a.example')).toEqual({
      headers: { 'Accept-Language': 'en', 'X-Forwarded-Host': 'a.example' },
    })
  })

  it.each([
    'Cookie: a=b',
    'HOST: a.example',
    'Transfer-Encoding: chunked',
    'X-Start-Unguarded: yes',
    'Next-Action: 7f',
    'no colon',
    'A: b\u0000',
    'A: b\rC: d',
    Array(9).fill('A: b').join('\n'),
  ])('are refused: %j', (text) => expect(parseHeaders(text)).toHaveProperty('fault'))
})
