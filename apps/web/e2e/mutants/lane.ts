import { openLane, type Lane } from './attacker'
import type { Order, Reply } from './messages'

// One process per attacked app. The environment says which app, as for the attack suite.

let lane: Lane | undefined

async function follow(order: Order): Promise<Reply> {
  if (order.type === 'open') {
    lane = await openLane()
    return { type: 'done' }
  }
  if (!lane) throw new Error('Sign in first.')
  switch (order.type) {
    case 'fire':
      return { type: 'done', breach: await lane.fire(order.actions, order.likely) }
    case 'again':
      return { type: 'done', breach: await lane.again(order.breach) }
    case 'close':
      await lane.close()
      return { type: 'done' }
  }
}

process.on('message', (order: Order) => {
  const answer = (reply: Reply) => process.send?.(reply)
  follow(order).then(answer, (error: unknown) => {
    answer({
      type: 'failed',
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    })
  })
})
// Exit with the parent process.
process.on('disconnect', () => process.exit())
