import type { TestInfo } from '@playwright/test'
import { expect, it } from 'vitest'

import { report, type AttackResult } from './report'

const blocked: AttackResult = { name: 'a NUL', breaches: [] }
const breaches = ['title', 'note'].map((label) => ({ label, problems: ['it was stored'], curl: 'curl …' }))

function reported(results: AttackResult[]) {
  const info: Pick<TestInfo, 'annotations'> = { annotations: [] }
  const fail = () => report(info, { endpoint: 'createParcelAction', group: 'values', results })
  return { info, fail }
}

const found = ({ annotations }: Pick<TestInfo, 'annotations'>, type: string) =>
  annotations.filter((annotation) => annotation.type === type).map(({ description }) => description)

it('passes and counts what was blocked', () => {
  const { info, fail } = reported([blocked, { ...blocked, name: 'invalid dates' }])
  fail()
  expect(found(info, 'blocked')).toEqual(['2'])
  expect(found(info, 'breached')).toEqual(['0'])
})

it('fails with each attack and shot that got through', () => {
  const { info, fail } = reported([blocked, { name: 'code in free text', breaches }])
  expect(fail).toThrow('code in free text: 2 got through:\n  title: it was stored\n  note: it was stored')
  expect(found(info, 'blocked')).toEqual(['1'])
  expect(found(info, 'breached')).toEqual(['1'])
  expect(found(info, 'curl')).toHaveLength(2)
})
