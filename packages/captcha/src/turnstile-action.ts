/** Returns an action's name in Turnstile's format: up to 32 letters, digits, underscores and hyphens. */
export function turnstileAction(name: string): string {
  return name.replace('.', '_')
}
