import { expect, it } from 'vitest'
import { fileName, selfTimes } from './self-times'

const frame = (functionName: string, url = '') => ({ functionName, url, lineNumber: 0, columnNumber: 0 })

const profile = {
  nodes: [
    { id: 1, callFrame: frame('(idle)') },
    { id: 2, callFrame: frame('render', 'file:///app/node_modules/react/index.js') },
    { id: 3, callFrame: frame('(garbage collector)') },
  ],
  samples: [3, 2, 1, 2, 3],
  timeDeltas: [100, 10, 10, 20, 10],
  startTime: 0,
  endTime: 150,
}

it('shares the busy time of the window among functions', () => {
  expect(selfTimes(profile, { fromEnd: 45, untilEnd: 0 })).toEqual([
    { name: 'render react/index.js:1:1', share: 0.75 },
    { name: '(garbage collector)', share: 0.25 },
  ])
})

it('can go by file', () => {
  const [first] = selfTimes(profile, { fromEnd: 45, untilEnd: 5 }, fileName)
  expect(first).toEqual({ name: 'react/index.js', share: 1 })
})
