type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** True for form controls that can be invalid. */
export function isControl(target: EventTarget): target is Control {
  return (
    target instanceof HTMLInputElement ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  )
}

/**
 * Marks a control whose text is too long or too short. The browser counts UTF-16 units, while the schema and the database
 * count code points, and the `maxlength` attribute would silently cut pasted text.
 * @returns whether it is too long, which can be shown while someone types
 */
export function limitLength(control: Control, maxLength = Infinity): boolean {
  const tooLong = tooLongMessage(control.value, maxLength)
  const minLength = 'minLength' in control ? control.minLength : 0
  control.setCustomValidity(tooLong || tooShortMessage(control.value, minLength))
  return tooLong !== ''
}

/** An empty string if the text fits. */
export function tooLongMessage(text: string, maxLength: number): string {
  const { length } = [...text]
  return length > maxLength ? `Use ${maxLength} characters or fewer. This has ${length}.` : ''
}

/** An empty string if the text is long enough, or if there is none. */
export function tooShortMessage(text: string, minLength: number): string {
  return text !== '' && [...text].length < minLength ? `Use ${minLength} characters or more.` : ''
}

/** Says what is wrong with a control and how to fix it. */
export function validityMessage(control: Control): string {
  const { validity } = control
  if (validity.valueMissing) return requiredMessage(control)
  if (validity.typeMismatch && control.type === 'email')
    return 'Enter a valid email, such as name@example.com.'
  if (validity.tooShort && 'minLength' in control) return `Use ${control.minLength} characters or more.`
  if (validity.patternMismatch && control.title) return control.title
  return control.validationMessage
}

function requiredMessage(control: Control): string {
  switch (control.type) {
    case 'checkbox':
      return 'Check the box to confirm.'
    case 'select-one':
      return 'Choose an option.'
    case 'date':
      return 'Choose a date.'
    case 'email':
      return 'Enter an email.'
  }
  // A password field is of type `text` while its password is shown.
  if (control.autocomplete === 'new-password') return 'Enter a new password.'
  if (control.autocomplete === 'current-password') return 'Enter your password.'
  if (control.autocomplete === 'name') return 'Enter your name.'
  const label = control.labels?.[0]?.textContent?.trim() ?? ''
  if (!/^[A-Za-z]+$/.test(label)) return 'Fill out this field.'
  return `Enter a ${label === label.toUpperCase() ? label : label.toLowerCase()}.`
}
