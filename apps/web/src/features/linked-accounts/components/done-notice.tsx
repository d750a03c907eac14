import { Alert } from '@/components/ui/alert'

const sentences = {
  linked: 'Connected. You can sign in with it from now on.',
  unlinked: 'Disconnected.',
  password: 'Your password is set. Your other sessions have been signed out.',
} as const

/** Says what was done before the redirect back to the security page. */
export function DoneNotice({ done }: { done: Partial<Record<keyof typeof sentences, string>> }) {
  const names = (['linked', 'unlinked', 'password'] as const).filter((name) => done[name] !== undefined)
  return names.map((name) => (
    <output key={name} className="mt-8 block">
      <Alert variant="success">{sentences[name]}</Alert>
    </output>
  ))
}
