import { headers } from 'next/headers'

import type { UnsentInput } from '@kit/action-middleware/refusals/unsent-input'
import { PlainPage } from '@/components/plain-page'
import { TextLink } from '@/components/text-link'
import type { Theme } from '@/components/theme/theme'
import { Alert } from '@/components/ui/alert'
import { Input } from '@/components/ui/input'
import { Label } from '@/components/ui/label'
import { Textarea } from '@/components/ui/textarea'
import { pathHeader } from '@/lib/url/path-header'

import { shownValues } from './shown-values'

interface Props {
  theme: Theme
  unsent: UnsentInput
}

const titles: Partial<Record<UnsentInput['code'], string>> = {
  UNAUTHORIZED: 'You were signed out',
  OTHER_USER: 'Someone else is signed in',
}

/**
 * Answers a refused form that was sent without JavaScript. The form's own page may be out of reach now, so this one shows
 * what was typed. The browser sends the form again when the page is reloaded.
 */
export async function UnsentReply({ theme, unsent: { code, message, values } }: Props) {
  const path = (await headers()).get(pathHeader) ?? '/'
  return (
    <PlainPage theme={theme}>
      <div className="space-y-5">
        <h1 className="text-2xl font-semibold tracking-tight">{titles[code] ?? 'Nothing was saved'}</h1>
        <Alert role="alert" variant="warning">
          <NextStep code={code} message={message} path={path} />
        </Alert>
        {shownValues(values).map(({ name, label, value }) => (
          <div key={name} className="space-y-1.5">
            <Label htmlFor={`kept-${name}`}>{label}</Label>
            {value.includes('\n') ? (
              <Textarea id={`kept-${name}`} dir="auto" readOnly defaultValue={value} />
            ) : (
              <Input id={`kept-${name}`} dir="auto" readOnly defaultValue={value} />
            )}
          </div>
        ))}
      </div>
    </PlainPage>
  )
}

function NextStep({ code, message, path }: { code: UnsentInput['code']; message: string; path: string }) {
  if (code === 'UNAUTHORIZED')
    return (
      <p>
        <TextLink href={`/sign-in?${new URLSearchParams({ next: path }).toString()}`} target="_blank">
          Sign in again
        </TextLink>{' '}
        in a new tab, then reload this page to send your text.
      </p>
    )
  if (code === 'OTHER_USER')
    return (
      <p>
        Someone else signed in while you were writing, so nothing was saved. Open{' '}
        <TextLink href="/organizations" target="_blank">
          a new tab
        </TextLink>
        , sign out there and sign in as yourself. Then reload this page to send your text.
      </p>
    )
  return (
    <p>
      {message} Copy your text, then go to{' '}
      <TextLink href="/organizations" target="_blank">
        your organizations
      </TextLink>
      .
    </p>
  )
}
