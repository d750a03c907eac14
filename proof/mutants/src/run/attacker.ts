import { fork, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { Refusal } from '@kit/server/refusal'
import type { Scope } from '@kit/launcher/scope'
import { cleanEnvironment } from '@kit/launcher/settings'
import type { Breach, Order, Reply } from '../../../../apps/web/e2e/mutants/messages'
import { scratchWeb } from '../copy/build'
import type { Server } from './server'

/** The process that attacks one server. Runs in the copy, whose action IDs and folder it needs. */
export class Attacker {
  private constructor(readonly child: ChildProcess) {}

  static async start(scope: Scope, server: Server): Promise<Attacker> {
    const child = await scope.acquire(
      () =>
        fork(join(scratchWeb, 'e2e/mutants/lane.ts'), {
          cwd: scratchWeb,
          env: cleanEnvironment(server.forAttacks),
          execArgv: ['--import', 'tsx'],
        }),
      (started) => started.kill(),
    )
    return new Attacker(child)
  }

  async order(order: Order): Promise<Breach | undefined> {
    const reply = await new Promise<Reply>((resolve) => {
      const ended = (code: number | null) =>
        resolve({ type: 'failed', message: `The attacking process exited with code ${code}.` })
      this.child.once('exit', ended)
      this.child.once('message', (message: Reply) => {
        this.child.off('exit', ended)
        resolve(message)
      })
      this.child.send(order)
    })
    if (reply.type === 'failed') throw new Refusal(reply.message)
    return reply.breach
  }
}
