import { type Behavior, MailServer } from '@kit/jobs/testing/mail-server'
import type { Fault } from './fault'
import { Mailing } from './mailing'

/** A mail server that fails while people invite others, and recovers. During the failure, the app is killed. */
export const smtpFault = (name: string, behavior: Behavior): Fault => ({
  name,
  rounds: 2,
  run: async (lab, ledger, rounds) => {
    const server = new MailServer()
    const SMTP_URL = await lab.scope.acquire(
      () => server.start(),
      () => server.stop(),
    )
    const stage = await lab.stage({ SMTP_URL, MAIL_DIRECTORY: '' })
    const mailing = new Mailing(stage, ledger)
    let app = await lab.app(stage)
    for (let round = 0; round < rounds; round += 1) {
      server.behavior = behavior
      await mailing.invite(app, 20)
      await mailing.untilTried()
      await app.kill()
      app = await lab.app(stage, {}, Number(new URL(app.url).port))
      await mailing.invite(app, 20)
      server.behavior = 'accept'
      // A worker that waits for a silent server would give up in a minute.
      await app.kill()
      app = await lab.app(stage, {}, Number(new URL(app.url).port))
      await mailing.untilSent()
    }
    mailing.settle(server.received.map(({ to }) => to))
  },
})
