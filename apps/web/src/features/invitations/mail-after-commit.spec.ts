import { expect } from '@playwright/test'

import { mailDirectory } from '@kit/attacks/app/environment'
import { readMessages } from '@kit/attacks/state/mailbox'
import { outcomeOf } from '@kit/attacks/http/outcome'
import { send } from '@kit/attacks/http/raw-http'
import { allowedCaller } from '@kit/attacks/engine/caller'
import { callsTo } from '@kit/attacks/engine/calls'
import { attacks } from './attacks'
import { eventually } from '@kit/attacks/engine/set-up'
import { test } from '@kit/attacks/engine/test'
import type { Arena } from '@kit/attacks/engine/arena'

/** Makes the database refuse every commit. */
async function whileNothingCommits(arena: Arena, work: () => Promise<void>): Promise<void> {
  const { sql } = arena.database
  await sql`CREATE FUNCTION refuse_commit() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'not committed'; END $$`
  await sql`CREATE CONSTRAINT TRIGGER refused_commit AFTER INSERT OR UPDATE ON invitation
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_commit()`
  try {
    await work()
  } finally {
    await sql`DROP TRIGGER refused_commit ON invitation`
    await sql`DROP FUNCTION refuse_commit`
  }
}

for (const row of attacks.filter(({ exportName }) => /^(create|resend)/.test(exportName))) {
  test(`${row.exportName} mails no link if the commit fails`, async ({ arena }) => {
    const call = () => send(callsTo(arena, row, allowedCaller(arena, row)).likeTheApp(row.input(arena)))
    const before = (await readMessages(mailDirectory())).length
    await whileNothingCommits(arena, async () => {
      expect(outcomeOf(await call())).toEqual({ kind: 'error', code: 'INTERNAL' })
    })
    await arena.database.resetCounters()
    expect(outcomeOf(await call()).kind).toBe('data')
    // Mail is sent in order: once this one is there, the other would be too.
    await eventually(async () => {
      if ((await readMessages(mailDirectory())).length === before) throw new Error('No mail was sent.')
    })
    expect(await readMessages(mailDirectory())).toHaveLength(before + 1)
    await arena.restore(await arena.snapshot())
  })
}
