import { oneOf, type Abstract, type Variables } from './abstract'
import type { Binding } from '../syntax/scopes'
import { bothFacts, commonFacts, noFacts, type Facts } from './facts'

/** What is known at a location in the code. */
export interface State {
  facts: Facts
  variables: Variables
  /** Unreachable from here: the function threw or returned. */
  dead: boolean
  /** On a path where a check failed. */
  denied: boolean
}

export function freshState(): State {
  return { facts: noFacts, variables: new Map(), dead: false, denied: false }
}

export function copyOf(state: State): State {
  const { facts, variables, dead, denied } = state
  return { facts, variables: new Map(variables), dead, denied }
}

export function know(state: State, facts: Facts | undefined): void {
  state.facts = bothFacts(state.facts, facts)
}

/** Merges paths: facts that hold on all of them, and the possible values of each variable. */
export function joined(states: readonly State[]): State | undefined {
  const alive = states.filter((state) => !state.dead)
  const [first, ...others] = alive
  if (!first || others.length === 0) return first
  const variables: Variables = new Map(first.variables)
  const differing = new Set<Binding>()
  for (const other of others) {
    for (const [binding, value] of other.variables) {
      const known = variables.get(binding)
      if (known === undefined) variables.set(binding, value)
      else if (known !== value) differing.add(binding)
    }
  }
  for (const binding of differing) {
    const options = alive.flatMap((state) => {
      const value: Abstract | undefined = state.variables.get(binding)
      return value ? [{ value, facts: state.facts, denied: state.denied }] : []
    })
    variables.set(binding, oneOf(options))
  }
  return {
    facts: commonFacts(alive.map((state) => state.facts)),
    variables,
    dead: false,
    denied: alive.every((state) => state.denied),
  }
}
