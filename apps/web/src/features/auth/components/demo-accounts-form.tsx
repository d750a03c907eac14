'use client'

import type { CaptchaOffer } from '@/components/captcha/offer-captcha'
import { Icon } from '@/components/icon/icon'
import { ActionForm } from '@/components/form/action-form'

import { signInAction } from '../actions'
import { NextField } from './next-field'
import { SignInCaptcha } from './sign-in-captcha'

interface Props {
  captcha: CaptchaOffer
  people: { email: string; place: string }[]
  password: string
  next?: string
}

/** One form with a button per person. The pressed button sends the email. */
export function DemoAccountsForm({ captcha, people, password, next }: Props) {
  return (
    <details className="group mt-8 rounded-lg border border-dashed bg-muted/40">
      <summary className="flex min-h-11 items-center gap-2 px-3 text-muted-foreground select-none hover:text-foreground">
        <Icon name="chevron-right" className="transition-transform group-open:rotate-90" />
        Demo accounts
        <span className="ml-auto text-xs">Development only</span>
      </summary>
      <ActionForm action={signInAction} className="space-y-0 border-t border-dashed p-1">
        <NextField next={next} />
        <input type="hidden" name="password" value={password} />
        <SignInCaptcha offer={captcha} />
        <ul>
          {people.map(({ email, place }) => (
            <li key={email}>
              <button
                type="submit"
                name="email"
                value={email}
                className="flex min-h-11 w-full items-center justify-between gap-3 rounded-md px-2.5 text-left hover:bg-accent focus-visible:-outline-offset-2 md:min-h-8"
              >
                <span className="truncate">{email}</span>
                <span className="shrink-0 text-xs text-muted-foreground">{place}</span>
              </button>
            </li>
          ))}
        </ul>
        <p className="px-2.5 pt-1.5 pb-1 text-xs text-muted-foreground">
          Password for all accounts: <code className="font-mono text-foreground">{password}</code>
        </p>
      </ActionForm>
    </details>
  )
}
