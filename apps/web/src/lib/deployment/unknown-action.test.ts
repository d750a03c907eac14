import { expect, test } from 'vitest'

import { signDeploymentId } from '@kit/env/deployment-id'

import { postedForm } from '../request/posted-form'
import { unknownAction } from './unknown-action'

const key = Buffer.alloc(32, 1).toString('base64')
const known = `7f${'1'.repeat(40)}`
const gone = `7f${'2'.repeat(40)}`
const own = signDeploymentId(key, new Date(2))
const earlier = signDeploymentId(key, new Date(1))
const foreign = signDeploymentId(Buffer.alloc(32, 2).toString('base64'), new Date(1))
const previous = Buffer.alloc(32, 3).toString('base64')
const build = { actionIds: new Set([known]), keys: [key, previous] }

async function judge(init: RequestInit) {
  const request = new Request('http://localhost/x', { method: 'POST', ...init })
  const form = await postedForm(request)
  if (form === 'too long') throw new Error('The test posts too much.')
  return unknownAction({ method: 'POST', headers: request.headers, form }, build, own)
}

const called = (id: string, deployment?: string) =>
  judge({ headers: { 'next-action': id, ...(deployment && { 'x-deployment-id': deployment }) } })

function posted(fields: Record<string, string>) {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  return judge({ body })
}

test.each([
  [known, undefined, undefined],
  [gone, earlier, { isStale: true }],
  [gone, own, { isStale: false }],
  [gone, signDeploymentId(previous, new Date(1)), { isStale: true }],
  [gone, foreign, { isStale: false }],
  [gone, `${earlier}x`, { isStale: false }],
  [gone, undefined, { isStale: false }],
  ['toString', undefined, { isStale: false }],
])('a script that calls %s from %s is judged %o', async (id, deployment, judged) => {
  expect(await called(id, deployment)).toEqual(judged)
})

test.each([
  [{ [`$ACTION_ID_${known}`]: '', title: 'x' }, undefined],
  [{ [`$ACTION_ID_${gone}`]: '', title: 'x' }, { isStale: false }],
  [{ $ACTION_REF_1: '', '$ACTION_1:0': `{"id":"${known}","bound":"$@1"}` }, undefined],
  [{ $ACTION_REF_1: '', '$ACTION_1:0': `{"id":"${gone}","bound":"$@1"}` }, { isStale: false }],
  [{ $ACTION_REF_1: '', '$ACTION_1:0': 'nothing' }, { isStale: false }],
  [{ title: 'no action at all' }, undefined],
])('a posted form with %o is judged %o', async (fields, judged) => {
  expect(await posted(fields)).toEqual(judged)
})

test('a form from an earlier deployment gives back its text without secrets', async () => {
  const fields = {
    [`$ACTION_ID_${gone}`]: '',
    $ACTION_DEPLOYMENT: earlier,
    title: 'Typed',
    newPassword: 'x',
    captcha: 'x',
    resetToken: 'x',
    long: 'x'.repeat(10_001),
  }
  expect(await posted(fields)).toEqual({ isStale: true, typed: { title: 'Typed' } })
})

test('ignores bodies that are not forms', async () => {
  const headers = { 'content-type': 'multipart/form-data; boundary=x' }
  expect(await judge({ headers, body: 'no parts' })).toBeUndefined()
  expect(await judge({ body: 'text' })).toBeUndefined()
})
