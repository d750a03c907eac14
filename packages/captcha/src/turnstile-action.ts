/** An action's name as Turnstile takes it: letters, digits, underscores and hyphens, up to 32 of them. */
export function turnstileAction(name: string): string {
  return name.replace('.', '_')
}
