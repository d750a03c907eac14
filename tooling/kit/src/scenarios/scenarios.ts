import { Refusal } from '@kit/server/refusal'
import type { ShortForm } from './checks'

/** Commands that run one after another in one copy, each followed by the checks. */
export interface Scenario {
  name: string
  commands: readonly (readonly string[])[]
  short: ShortForm
}

// Built from parts, so the name is unused in the repository.
const newName = ['rename', ['Corn', 'Cockle'].join(' '), ['corn', 'cockle'].join('-')]

const fields = ['number:text', 'amount:money', 'dueOn:date', 'status:draft,sent,paid']

/** The arguments that make a domain with a field of most kinds. */
export const newDomainNamed = (name: string) => [
  'new-domain',
  name,
  ...fields.flatMap((field) => ['--field', field]),
]
const newDomain = newDomainNamed('invoices')

/** The packages that name the product. */
const named: ShortForm = { units: ['packages/env', 'packages/mail', 'packages/auth'] }

/** The domain's own tests, tests of all domains, and attacks on its endpoints and pages. */
const invoices: ShortForm = {
  units: ['invoices', 'tenancy/catalog', 'migrations/generate', 'permissions', 'apps/web/src'],
  attacks: String.raw`Invoice|invoice|coverage\.spec`,
}

/** Tests of what derives from the list of domains. */
const fewer: ShortForm = {
  units: ['packages/auth', 'tenancy/catalog', 'migrations/', 'demo/', 'apps/web/src'],
  attacks: String.raw`coverage\.spec`,
}

const scenarios: readonly Scenario[] = [
  { name: 'new-domain', commands: [newDomain], short: invoices },
  { name: 'rename', commands: [newName], short: named },
  { name: 'eject', commands: [['eject']], short: named },
  { name: 'remove-domain', commands: [['remove-domain', 'tasks']], short: fewer },
  { name: 'remove-new-domain', commands: [newDomain, ['remove-domain', 'invoices']], short: fewer },
  { name: 'all', commands: [newDomain, newName, ['eject'], ['remove-domain', 'tasks']], short: named },
]

/**
 * Returns every scenario, or the one with this name.
 * @throws Refusal for an unknown name
 */
export function scenariosFor(name: string | undefined): readonly Scenario[] {
  if (name === undefined) return scenarios
  const found = scenarios.filter((scenario) => scenario.name === name)
  if (found.length > 0) return found
  throw new Refusal(
    `There is no scenario "${name}". Choose one of: ${scenarios.map((each) => each.name).join(', ')}.`,
  )
}
