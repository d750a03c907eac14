import type { Metadata } from 'next'
import { redirect } from 'next/navigation'

import { getSession } from '@kit/auth/session/session'
import { pendingSignIn } from '@kit/auth/two-factor/sign-in-with-code'
import { FormPage } from '@/components/form-page'
import { TextLink } from '@/components/text-link'
import { CodeForm } from '@/features/auth/components/code-form'
import { signInWithCodeSchema } from '@/features/auth/schema'
import { constraintsOf } from '@/lib/input/constraints'
import { codePath } from '@/lib/url/code-path'
import { firstValue } from '@/lib/url/first-value'
import { redirectPath } from '@/lib/url/redirect-path'

export const metadata: Metadata = { title: 'Enter your code' }

interface Props {
  searchParams: Promise<{ next?: string | string[]; backup?: string | string[] }>
}

export default async function CodePage({ searchParams }: Props) {
  const { next: wanted, backup } = await searchParams
  const next = redirectPath(firstValue(wanted), '/organizations/open')
  if (await getSession()) redirect(next)
  if (!(await pendingSignIn())) redirect('/sign-in?ended')
  const isBackupCode = backup !== undefined
  return (
    <FormPage
      title={isBackupCode ? 'Enter a backup code' : 'Enter your code'}
      description={
        isBackupCode
          ? 'Enter one of the codes you saved when you turned on two-factor authentication.'
          : 'Open your authenticator app and enter the code it shows for Gatehouse.'
      }
      footer={
        <ul className="space-y-2">
          <li>
            <TextLink href={codePath(next, { backup: !isBackupCode })}>
              {isBackupCode ? 'Use your authenticator app' : 'Use a backup code'}
            </TextLink>
          </li>
          <li>
            <TextLink href="/sign-in/help">Lost your phone and your codes?</TextLink>
          </li>
          <li>
            <TextLink href="/sign-in">Sign in to another account</TextLink>
          </li>
        </ul>
      }
    >
      <CodeForm
        constraints={constraintsOf(signInWithCodeSchema)}
        isBackupCode={isBackupCode}
        next={next}
        key={String(isBackupCode)}
      />
    </FormPage>
  )
}
