import { CREDENTIAL, PRINCIPAL, labeled, labelsOf, truthyFacts, type Abstract } from './abstract'

/** A value that another call may have stored, so it says nothing about the caller of this one. */
export function ofAnyone(value: Abstract): Abstract {
  const labels = labelsOf(value)
  const isCallers = (labels & (PRINCIPAL | CREDENTIAL)) > 0 || truthyFacts(value).has('authentication')
  return isCallers ? labeled(labels & ~(PRINCIPAL | CREDENTIAL)) : value
}
