import type { Metadata } from 'next'

import { offerCaptcha } from '@/components/captcha/offer-captcha'
import { FormPage } from '@/components/form-page'
import { PlainPage } from '@/components/plain-page'
import { readTheme } from '@/components/theme/read-theme'
import { ContactForm } from '@/features/contact/components/contact-form'
import { contactSchema } from '@/features/contact/schema'
import { constraintsOf } from '@/lib/input/constraints'

export const metadata: Metadata = { title: 'Contact us' }

export default async function ContactPage() {
  return (
    <PlainPage theme={await readTheme()}>
      <FormPage title="Contact us" description="We reply by email.">
        <ContactForm constraints={constraintsOf(contactSchema)} captcha={offerCaptcha('contact.send')} />
      </FormPage>
    </PlainPage>
  )
}
