import type { LabEndpoint } from './inventory'

const callers: Readonly<Record<NonNullable<LabEndpoint['access']>, string>> = {
  public: 'Anyone',
  user: 'Signed-in users',
  organization: 'Organization members',
  admin: 'Super-admins',
}

export function featureOf({ file }: Pick<LabEndpoint, 'file'>): string {
  return /features\/([^/]+)\//.exec(file)?.[1] ?? file
}

/** Unknown access is shown as unknown, never as open. */
export function callersOf({ access, role }: Pick<LabEndpoint, 'access' | 'role'>): string {
  const who = access === null ? 'Unknown from source' : callers[access]
  return role ? `${who}, ${role} and above` : who
}

export function permissionsOf({ permissions }: Pick<LabEndpoint, 'permissions'>): string[] {
  return Object.entries(permissions).flatMap(([resource, verbs]) =>
    verbs.map((verb) => `Permission: ${resource}.${verb}`),
  )
}

type Input = NonNullable<LabEndpoint['input']>

/** `title: string, 1 to 200`. Alternatives share one line. */
export function boundsOf({ input }: Pick<LabEndpoint, 'input'>): string[] {
  if (!input) return ['None']
  const paths = [...new Set(input.map(({ path, optional }) => `${path}${optional ? '?' : ''}`))]
  return paths.map((name) => {
    const shapes = input.filter(({ path }) => path === name.replace(/\?$/, '')).map(shapeOf)
    return `${name}: ${shapes.join(' or ')}`
  })
}

function shapeOf({ kind, format, min = 0, max, values }: Input[number]): string {
  if (values) return values.map((value) => value || 'empty').join(' | ')
  const most = max === 'counted' ? 'the number of choices' : max
  return max === undefined ? (format ?? kind) : `${format ?? kind}, ${min} to ${most}`
}
