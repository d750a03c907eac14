/**
 * Keeps what was typed into a form across a reload, in this tab only. Passwords, hidden fields and files are never kept.
 */

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** A kept control: its value, and whether it was checked. */
type Kept = [value: string, checked: boolean]

const PREFIX = 'gatehouse.typed:'

/** Milliseconds. Text that nobody came back for must not appear the next day. */
const LIFETIME = 10 * 60_000

const unkept = new Set(['password', 'hidden', 'file', 'submit', 'button', 'reset', 'image'])

/** Keeps the form's text until it is restored, for ten minutes at most. */
export function keepTyped(form: HTMLFormElement, now = Date.now()): void {
  const controls = controlsOf(form).map((control): Kept => [
    control.value,
    'checked' in control && control.checked,
  ])
  attempt(() => sessionStorage.setItem(keyOf(form), JSON.stringify({ until: now + LIFETIME, controls })))
}

/** Puts kept text back into the same form of the same page, once. */
export function restoreTyped(form: HTMLFormElement, now = Date.now()): void {
  const text = attempt(() => sessionStorage.getItem(keyOf(form)))
  if (!text) return
  attempt(() => sessionStorage.removeItem(keyOf(form)))
  const { until, controls }: { until: number; controls: Kept[] } = JSON.parse(text)
  if (now >= until) return
  for (const [index, control] of controlsOf(form).entries()) {
    const [value, checked] = controls[index] ?? []
    if (value !== undefined) fill(control, value, checked === true)
  }
}

/** As typing does, so that React hears of it. */
function fill(control: Control, value: string, checked: boolean): void {
  if (control.type === 'checkbox' || control.type === 'radio') {
    if ('checked' in control && control.checked !== checked) control.click()
    return
  }
  if (control.value === value) return
  const { set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control), 'value') ?? {}
  set?.call(control, value)
  control.dispatchEvent(new Event('input', { bubbles: true }))
  control.dispatchEvent(new Event('change', { bubbles: true }))
}

function controlsOf(form: HTMLFormElement): Control[] {
  return [...form.elements].filter(
    (element): element is Control =>
      (element instanceof HTMLInputElement ||
        element instanceof HTMLTextAreaElement ||
        element instanceof HTMLSelectElement) &&
      element.name !== '' &&
      !unkept.has(element.type) &&
      // A shown password is of type `text`.
      !element.autocomplete.includes('password'),
  )
}

/** The page and the form's fields: another build renders the same form with the same names. */
function keyOf(form: HTMLFormElement): string {
  const names = controlsOf(form).map(({ name }) => name)
  return `${PREFIX}${location.pathname}:${names.join()}`
}

/** Storage may be full or denied. Then nothing is kept. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}
