import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { execa } from 'execa'
import type { Fault } from '../engine/fault'
import { Mailing } from '../engine/mailing'

/** The disk with the local mailbox is full while people invite others. */
export const mailDiskFull: Fault = {
  name: 'mail-disk-full',
  rounds: 1,
  run: async (lab, ledger, rounds) => {
    const folder = await lab.folder()
    await lab.scope.acquire(
      async () => {
        const mount = await execa('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'gatehouse-faults', folder], {
          reject: false,
        })
        if (mount.failed)
          throw new Error(`A full disk needs root and mount: ${mount.stderr || mount.shortMessage}`)
      },
      () => execa('umount', [folder]),
    )
    const stage = await lab.stage({ MAIL_DIRECTORY: folder })
    const mailing = new Mailing(stage, ledger)
    const app = await lab.app(stage)
    const ballast = join(folder, 'ballast')
    for (let round = 0; round < rounds; round += 1) {
      // Ends with ENOSPC.
      await writeFile(ballast, Buffer.alloc(4 * 1024 * 1024)).catch(() => {})
      await mailing.invite(app, 20)
      await mailing.untilTried()
      await rm(ballast)
      await mailing.untilSent()
    }
    const files = (await readdir(folder)).filter((name) => name.endsWith('.json'))
    const texts = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')))
    mailing.settle(texts.map((text) => String((JSON.parse(text) as { to: string }).to)))
  },
}
