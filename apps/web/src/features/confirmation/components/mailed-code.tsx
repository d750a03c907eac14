'use client'

import { useState } from 'react'

import { useAskForPassword } from '@/components/reauthentication/ask-for-password'
import { callAction } from '@/components/form/call-action'
import { TextLink } from '@/components/text-link'
import { Button } from '@/components/ui/button'

import { mailCodeAction } from '../actions'
import { MailedCodeField } from './mailed-code-field'

/** Part of the dialog: sends the code and asks for it. */
export function MailedCode({ email }: { email: string }) {
  const ask = useAskForPassword()
  const [notice, setNotice] = useState('')
  const [pending, setPending] = useState(false)

  async function send() {
    setPending(true)
    const outcome = await callAction(() => mailCodeAction({}, new FormData()), ask)
    setPending(false)
    setNotice('refusal' in outcome ? outcome.refusal : `Sent to ${email}.`)
  }

  return (
    <>
      <Button variant="outline" onClick={send} disabled={pending}>
        {pending ? 'Sending…' : 'Email me a code'}
      </Button>
      <output className="block text-sm text-muted-foreground empty:hidden">{notice}</output>
      <MailedCodeField />
      <p className="text-sm text-muted-foreground">
        Or <TextLink href="/account/security/confirm">confirm another way</TextLink>.
      </p>
    </>
  )
}
