import { SUBMISSION_FIELD } from '@kit/action-middleware/input/submission-field'
import { DECISION_FIELD, VERSION_FIELD } from '@kit/action-middleware/input/version'

interface ShownValue {
  name: string
  label: string
  value: string
}

const unseen = ['organization', DECISION_FIELD, SUBMISSION_FIELD, VERSION_FIELD]
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The form values that mean something to the person who typed them, without IDs and versions. */
export function shownValues(values: Readonly<Record<string, string>>): ShownValue[] {
  return Object.entries(values)
    .filter(([name, value]) => value !== '' && !UUID.test(value) && !unseen.includes(name))
    .map(([name, value]) => ({ name, label: labelOf(name), value }))
}

/** `dueDate` as "Due date", `permissions[]` as "Permissions". */
function labelOf(name: string): string {
  const words = name.replace('[]', '').replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}
