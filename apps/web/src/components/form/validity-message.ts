type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** True for the elements of a form that hold a value and can be invalid. */
export function isControl(target: EventTarget): target is Control {
  return (
    target instanceof HTMLInputElement ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  )
}

/** One sentence on why the browser finds a control invalid, in the words the server uses. */
export function validityMessage(control: Control): string {
  const { validity } = control
  if (validity.valueMissing) return 'This is needed.'
  if (validity.typeMismatch && control.type === 'email')
    return 'Enter an e-mail address, such as name@example.com.'
  if (validity.tooShort && 'minLength' in control) return `Use at least ${control.minLength} characters.`
  if (validity.tooLong && 'maxLength' in control) return `Use at most ${control.maxLength} characters.`
  if (validity.patternMismatch && control.title) return control.title
  return control.validationMessage
}
