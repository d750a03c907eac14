/**
 * One field of a call before it is validated, for the checks that have to stand first. Only an own field of a plain
 * object or form counts; given twice in a form it is none. Every input that a schema then accepts reads the same here.
 */
export function inputField(clientInput: unknown, name: string): unknown {
  if (clientInput instanceof FormData) {
    const values = clientInput.getAll(name)
    return values.length === 1 ? values[0] : undefined
  }
  if (typeof clientInput !== 'object' || clientInput === null) return undefined
  return Object.getOwnPropertyDescriptor(clientInput, name)?.value
}

/** The field as a text, or undefined when it is anything else. */
export function textField(clientInput: unknown, name: string): string | undefined {
  const value = inputField(clientInput, name)
  return typeof value === 'string' ? value : undefined
}
