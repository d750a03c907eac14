import { Alert } from '@/components/ui/alert'

const sentences: Readonly<Record<string, string>> = {
  organization:
    'The organization you opened requires two-factor authentication. Turn it on to open the organization again.',
  admin: 'Administering this site requires two-factor authentication. Turn it on to continue.',
}

/** Tells people who were redirected here why. `by` comes from the URL. */
export function RequiredNotice({ by }: { by: string | undefined }) {
  const sentence = by !== undefined && Object.hasOwn(sentences, by) ? sentences[by] : undefined
  return sentence ? (
    <output className="mb-6 block">
      <Alert variant="warning">{sentence}</Alert>
    </output>
  ) : null
}
