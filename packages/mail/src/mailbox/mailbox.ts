import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { MailError, type MailMessage } from '../message'

// Milliseconds first, so names sort by time.
const messageId = /^\d{13}-[0-9a-f]{16}$/

/** True for a valid message ID. Nothing else becomes part of a path. */
export function isMessageId(value: string): boolean {
  return messageId.test(value)
}

function parseMessage(json: string): MailMessage | undefined {
  try {
    const value: unknown = JSON.parse(json)
    return isMessage(value) ? value : undefined
  } catch {
    return undefined
  }
}

function isMessage(value: unknown): value is MailMessage {
  if (typeof value !== 'object' || value === null) return false
  const fields = new Map(Object.entries(value))
  return ['id', 'to', 'from', 'subject', 'html', 'text', 'sentAt'].every(
    (field) => typeof fields.get(field) === 'string',
  )
}

/**
 * Writes a message to the local mailbox as one file, atomically; the same queued email always to the same file. Only its owner can
 * read it: it may hold a sign-in link.
 * @throws MailError when it cannot be written, for example on a full disk
 */
export async function writeToMailbox(
  directory: string,
  queued: { id: string; queuedAt: Date },
  message: Omit<MailMessage, 'id' | 'sentAt'>,
): Promise<MailMessage> {
  const id = `${queued.queuedAt.getTime()}-${queued.id.replaceAll('-', '').slice(-16)}`
  const complete: MailMessage = { id, ...message, sentAt: new Date().toISOString() }
  const temporary = join(directory, `.${id}.tmp`)
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 })
    await writeFile(temporary, JSON.stringify(complete, null, 2), { mode: 0o600 })
    await rename(temporary, join(directory, `${id}.json`))
    return complete
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {})
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'UNKNOWN'
    throw new MailError(`The mailbox could not be written (${code}).`, { code, cause: error })
  }
}

/** Message IDs, newest first. Empty if the directory doesn't exist. */
export async function listMessageIds(directory: string): Promise<string[]> {
  const names = await readdir(directory).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  })
  return names
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .filter(isMessageId)
    .sort()
    .toReversed()
}

/** A message, or undefined for an invalid or unknown ID. */
export async function readMessage(directory: string, id: string): Promise<MailMessage | undefined> {
  if (!isMessageId(id)) return undefined
  try {
    return parseMessage(await readFile(join(directory, `${id}.json`), 'utf8'))
  } catch {
    return undefined
  }
}

/** The newest messages, newest first. */
export async function readMailbox(directory: string, limit = 200): Promise<MailMessage[]> {
  const ids = (await listMessageIds(directory)).slice(0, limit)
  const messages = await Promise.all(ids.map((id) => readMessage(directory, id)))
  return messages.filter((message) => message !== undefined)
}
