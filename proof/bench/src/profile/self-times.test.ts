import { expect, it } from 'vitest'
import { fileName, functionName, selfTimes } from './self-times'

const frame = (functionName: string, url = '') => ({ functionName, url, lineNumber: 0, columnNumber: 0 })

const profile = {
  nodes: [
    { id: 1, callFrame: frame('(idle)') },
    { id: 2, callFrame: frame('render', 'file:///app/node_modules/react/index.js') },
    { id: 3, callFrame: frame('(garbage collector)') },
  ],
  samples: [2, 1, 2, 3],
  timeDeltas: [10, 100, 20, 10],
}

it('shares the busy time among functions', () => {
  expect(selfTimes(profile, functionName)).toEqual([
    { name: 'render react/index.js:1:1', share: 0.75 },
    { name: '(garbage collector)', share: 0.25 },
  ])
})

it('can go by file', () => {
  expect(selfTimes(profile, fileName)[0]).toEqual({ name: 'react/index.js', share: 0.75 })
})
