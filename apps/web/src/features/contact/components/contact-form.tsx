'use client'

import type { CaptchaOffer } from '@/components/captcha/offer-captcha'
import { Captcha } from '@/components/captcha/captcha'
import { ActionForm } from '@/components/form/action-form'
import { SubmissionField } from '@/components/form/submission-field'
import { SubmitButton } from '@/components/form/submit-button'
import { TextField } from '@/components/form/text-field'
import { TextareaField } from '@/components/form/textarea-field'
import { SentNotice } from '@/components/sent-notice'
import type { Constraints } from '@/lib/input/constraint'

import { sendContactMessageAction } from '../actions'

interface Props {
  constraints: Constraints
  captcha: CaptchaOffer
}

export function ContactForm({ constraints, captcha }: Props) {
  return (
    <ActionForm
      action={sendContactMessageAction}
      constraints={constraints}
      renderDone={() => <SentNotice title="Message sent">We'll reply to the email you gave.</SentNotice>}
    >
      <SubmissionField />
      <TextField name="name" label="Name" autoComplete="name" />
      <TextField name="email" label="Email" autoComplete="email" autoCapitalize="none" spellCheck={false} />
      <TextareaField name="message" label="Message" rows={6} />
      <Captcha offer={captcha} />
      <SubmitButton pendingLabel="Sending…" className="w-full">
        Send message
      </SubmitButton>
    </ActionForm>
  )
}
