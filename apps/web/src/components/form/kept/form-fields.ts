import type { KeptField } from './kept-text'

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** The path and the field names, which identify the same form after a sign-in. */
export function nameOfForm(form: HTMLFormElement): string {
  const names = new Set(typedControls(form).map(({ name }) => name))
  return `${location.pathname} ${[...names].toSorted().join(' ')}`
}

/** What was typed and chosen. Never passwords, or what the page itself put into the form. */
export function readFields(form: HTMLFormElement): KeptField[] {
  return typedControls(form).flatMap((control): KeptField[] => {
    const { name, value } = control
    if (control instanceof HTMLSelectElement)
      return [{ name, value, label: control.selectedOptions[0]?.text }]
    return isBox(control) && !control.checked ? [] : [{ name, value }]
  })
}

/** Fills in a form as if by hand, so everything watching its fields is notified. */
export function fillFields(form: HTMLFormElement, fields: readonly KeptField[]): void {
  for (const control of typedControls(form)) {
    const values = fields.filter(({ name }) => name === control.name)
    if (isBox(control)) {
      if (control.checked !== values.some(({ value }) => value === control.value)) control.click()
      continue
    }
    const [kept] = values
    if (!kept || kept.value === control.value) continue
    if (
      control instanceof HTMLSelectElement &&
      ![...control.options].some(({ value }) => value === kept.value)
    )
      control.add(new Option(kept.label ?? kept.value, kept.value))
    control.value = kept.value
    control.dispatchEvent(new Event('input', { bubbles: true }))
    control.dispatchEvent(new Event('change', { bubbles: true }))
  }
}

function typedControls(form: HTMLFormElement): Control[] {
  return [...form.elements].filter((element): element is Control => isControl(element) && isTyped(element))
}

function isControl(element: Element): element is Control {
  return (
    element instanceof HTMLInputElement ||
    element instanceof HTMLTextAreaElement ||
    element instanceof HTMLSelectElement
  )
}

function isTyped(control: Control): boolean {
  // A password field is of type `text` while its password is shown.
  const isSecret = control.type === 'password' || control.autocomplete.includes('password')
  return control.name !== '' && !isSecret && !['hidden', 'file'].includes(control.type)
}

function isBox(control: Control): control is HTMLInputElement {
  return control instanceof HTMLInputElement && ['checkbox', 'radio'].includes(control.type)
}
