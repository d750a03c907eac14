import { expect, test } from 'vitest'

import { groupReplies } from './group-replies'

const failed = { status: 500, headers: { 'content-type': 'text/x-component' }, body: '1:E{"digest":"1"}\n' }
const signedIn = {
  status: 200,
  headers: { 'content-type': 'text/x-component', 'set-cookie': 'session_token=a' },
  body: '0:{"a":"$@1"}\n1:"$undefined"\n',
}

const guess = (password: string) => ({ fields: { email: 'a@example.com', password } })

test('equal responses are shown once, with what their requests sent', () => {
  const shown = groupReplies([failed, signedIn, failed], ['a', 'b', 'c'].map(guess))
  expect(shown).toMatchObject([
    { status: 500, signsIn: false, sent: ['a', 'c'] },
    { status: 200, signsIn: true, sent: ['b'] },
  ])
})

test('the response to a single request names nothing', () => {
  expect(groupReplies([failed], [guess('a')])).toMatchObject([{ sent: [] }])
})
