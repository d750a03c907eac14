import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { pageCall, rotate } from './call'
import { runLoad } from './run-load'

const paths: string[] = []
const server = createServer((request, response) => {
  paths.push(request.url ?? '')
  if (request.url === '/broken') response.statusCode = 500
  response.end(request.url === '/other' ? 'something else' : 'the right page')
})
let url = ''

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  url = `http://127.0.0.1:${port}`
})

afterAll(() => server.close())

it('counts an answer only if its status and its text are right', async () => {
  const calls = rotate(['/fine', '/broken', '/other'].map((path) => pageCall(path, 'the right page')))
  const result = await runLoad(url, { connections: 2, amount: 9 }, calls)
  expect(result).toMatchObject({
    right: 3,
    wrong: 6,
    firstWrong: expect.stringMatching(/^GET \/(broken|other): /),
  })
  expect(paths.toSorted()).toEqual([
    ...Array(3).fill('/broken'),
    ...Array(3).fill('/fine'),
    ...Array(3).fill('/other'),
  ])
})

it('counts a connection that fails as wrong', async () => {
  const calls = rotate([pageCall('/', 'any')])
  await expect(runLoad('http://127.0.0.1:1', { connections: 1, amount: 2 }, calls)).resolves.toMatchObject({
    right: 0,
    rate: 0,
    wrong: 2,
  })
})
