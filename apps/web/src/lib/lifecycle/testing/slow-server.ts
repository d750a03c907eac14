import { createServer } from 'node:http'

import { stopOnSignal } from '../stop-on-signal'
import { isStopping } from '../stopping'

// A process for `stop-on-signal.test.ts`: `/slow` ends when `/finish` is called.

let finish = () => {}

const server = createServer((request, response) => {
  if (request.url === '/slow') {
    response.write('begun ')
    finish = () => response.end('finished')
    return
  }
  if (request.url === '/finish') finish()
  response.end(isStopping() ? 'stopping' : 'ready')
})

stopOnSignal({
  drain: 2000,
  deadline: Number(process.env.STOP_DEADLINE),
  close: async () => void process.stdout.write('closed\n'),
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (address && typeof address === 'object') process.stdout.write(`${address.port}\n`)
})
