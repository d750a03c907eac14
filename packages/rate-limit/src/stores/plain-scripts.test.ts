import { createHash } from 'node:crypto'

import { expect, it } from 'vitest'

import { plainScripts } from './plain-scripts'

const flagged = '#!lua flags=allow-key-locking\nreturn 1'
const sha1 = (script: string) => createHash('sha1').update(script).digest('hex')

function recorded() {
  const sent: string[][] = []
  const send = plainScripts(async (...command) => {
    sent.push(command)
    return command[0]
  })
  return { send, sent }
}

it('sends a script without its flags and calls it by its new hash', async () => {
  const { send, sent } = recorded()
  await send(['evalsha', sha1(flagged), 1, 'key'])
  await send(['eval', flagged, 1, 'key', 60])
  await send(['evalsha', sha1(flagged), 1, 'key'])
  expect(sent).toEqual([
    ['evalsha', sha1(flagged), '1', 'key'],
    ['eval', 'return 1', '1', 'key', '60'],
    ['evalsha', sha1('return 1'), '1', 'key'],
  ])
})

it('leaves other commands unchanged', async () => {
  const { send, sent } = recorded()
  expect(await send(['get', flagged])).toBe('get')
  await send(['eval', 'return 1', 0])
  expect(sent).toEqual([
    ['get', flagged],
    ['eval', 'return 1', '0'],
  ])
  await expect(send('get')).rejects.toThrow(TypeError)
})
