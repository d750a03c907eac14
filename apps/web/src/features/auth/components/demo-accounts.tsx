import 'server-only'

import type { CaptchaOffer } from '@/components/captcha/offer-captcha'
import { demoOrganizations, demoPassword, demoPeople } from '@kit/db/demo/demo'
import { env } from '@kit/env'

import { DemoAccountsForm } from './demo-accounts-form'

/** One-click sign-in for the seeded people. Not in production, where they don't exist. */
export function DemoAccounts({ captcha, next }: { captcha: CaptchaOffer; next?: string }) {
  if (env().NODE_ENV === 'production') return null
  const people = demoPeople.map(({ email, superAdmin }) => {
    const places = demoOrganizations.flatMap(({ name, members }) => {
      const role = members[email]
      return role ? [`${name}, ${role}`] : []
    })
    return { email, place: superAdmin ? 'super-admin' : places.join(' · ') || 'no organization' }
  })
  return <DemoAccountsForm captcha={captcha} people={people} password={demoPassword} next={next} />
}
