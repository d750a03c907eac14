import { Refusal } from '@kit/server/refusal'

/** Commands that run one after another in one copy, each followed by every check. */
export interface Scenario {
  name: string
  commands: readonly (readonly string[])[]
}

// Built from parts, so that the name is unused in the repository.
const newName = ['rename', ['Corn', 'Cockle'].join(' '), ['corn', 'cockle'].join('-')]

const fields = ['number:text', 'amount:money', 'dueOn:date', 'status:draft,sent,paid']
const invoices = ['new-domain', 'invoices', ...fields.flatMap((field) => ['--field', field])]

const scenarios: readonly Scenario[] = [
  { name: 'rename', commands: [newName] },
  { name: 'eject', commands: [['eject']] },
  { name: 'remove-domain', commands: [['eject'], ['remove-domain', 'tasks']] },
  { name: 'remove-new-domain', commands: [invoices, ['remove-domain', 'invoices']] },
  { name: 'all', commands: [newName, ['eject'], ['remove-domain', 'tasks']] },
]

/**
 * Every scenario, or the one of that name.
 * @throws Refusal when there is none
 */
export function scenariosFor(name: string | undefined): readonly Scenario[] {
  if (name === undefined) return scenarios
  const found = scenarios.filter((scenario) => scenario.name === name)
  if (found.length > 0) return found
  throw new Refusal(
    `There is no scenario "${name}". Choose one of: ${scenarios.map((each) => each.name).join(', ')}.`,
  )
}
