import { expect, it } from 'vitest'
import { heldOutput } from './held-output'

it('holds text back until it is released, then writes at once', () => {
  const written: string[] = []
  const output = heldOutput((text) => written.push(text))
  output.add('Starting. ')
  output.add('Ready.')
  expect(written).toEqual([])
  output.release()
  output.add('GET /')
  output.release()
  expect(written).toEqual(['Starting. Ready.', 'GET /'])
})
