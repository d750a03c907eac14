import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { env } from '@kit/env'
import { type Mail, mailKinds } from './kinds'
import { MailError } from './message'

const CIPHER = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16

const kinds = z.enum(Object.keys(mailKinds) as (keyof typeof mailKinds)[])
const envelope = z.object({ to: z.string(), kind: kinds, props: z.unknown() })

/** Encrypts an email, so that a leaked table or backup holds no link. It decrypts only with this ID. */
export function sealMail(id: string, mail: Mail): string {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, key(), nonce).setAAD(Buffer.from(id))
  const content = Buffer.concat([cipher.update(JSON.stringify(mail), 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), content]).toString('base64')
}

/** @throws MailError, final, when it was sealed with another secret or ID, or by a version with other kinds of email */
export function openMail(id: string, sealed: string): Mail {
  try {
    const bytes = Buffer.from(sealed, 'base64')
    const nonce = bytes.subarray(0, NONCE_BYTES)
    const tag = bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES)
    const decipher = createDecipheriv(CIPHER, key(), nonce, { authTagLength: TAG_BYTES })
    decipher.setAAD(Buffer.from(id)).setAuthTag(tag)
    const content = bytes.subarray(NONCE_BYTES + TAG_BYTES)
    const json = Buffer.concat([decipher.update(content), decipher.final()]).toString('utf8')
    const { to, kind, props } = envelope.parse(JSON.parse(json))
    return { to, kind, props: mailKinds[kind].props.parse(props) } as Mail
  } catch (error) {
    throw new MailError('A queued email could not be decrypted.', {
      code: 'UNREADABLE',
      isFinal: true,
      cause: error,
    })
  }
}

function key(): Buffer {
  return Buffer.from(hkdfSync('sha256', env().BETTER_AUTH_SECRET, '', 'queued mail', 32))
}
