/**
 * Returns one field of the raw input, for checks that come before validation. Only an own property counts, and a form
 * field only when it is sent once, so a valid input reads the same here as in its schema.
 */
export function inputField(clientInput: unknown, name: string): unknown {
  if (clientInput instanceof FormData) {
    const values = clientInput.getAll(name)
    return values.length === 1 ? values[0] : undefined
  }
  if (typeof clientInput !== 'object' || clientInput === null) return undefined
  return Object.getOwnPropertyDescriptor(clientInput, name)?.value
}

/** Returns the field if it is a string. */
export function textField(clientInput: unknown, name: string): string | undefined {
  const value = inputField(clientInput, name)
  return typeof value === 'string' ? value : undefined
}
