import { headers } from 'next/headers'

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
  values: Readonly<Record<string, string>>
}

/**
 * Answers a form that was sent without JavaScript after the session ended. The form's own page requires a session, so this one
 * shows what was typed. The browser sends the form again when the page is reloaded.
 */
export async function SignedOutReply({ theme, values }: Props) {
  const path = (await headers()).get(pathHeader) ?? '/'
  return (
    <PlainPage theme={theme}>
      <div className="space-y-5">
        <h1 className="text-2xl font-semibold tracking-tight">You were signed out</h1>
        <Alert role="alert" variant="warning">
          <p>
            <TextLink href={`/sign-in?${new URLSearchParams({ next: path }).toString()}`} target="_blank">
              Sign in again
            </TextLink>{' '}
            in a new tab, then reload this page to send your text.
          </p>
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
