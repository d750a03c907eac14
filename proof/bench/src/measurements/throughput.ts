import { budget } from '../budget'
import type { Limit } from '../budget'
import type { Apps } from '../bench'
import { bareList, bareWrite } from '../load/baseline-calls'
import { rotate } from '../load/call'
import type { Call } from '../load/call'
import { interleave } from '../load/interleave'
import type { Round } from '../load/interleave'
import {
  accountCalls,
  contactCalls,
  landingCalls,
  listCalls,
  settingsCalls,
  signInCalls,
  writeCalls,
} from '../load/product-calls'
import type { Figure } from '../numbers/figure'
import type { Measurement } from './measurement'

const FEW = 10
const MANY = 50

interface Scenario {
  label: string
  limit: Limit
  /** With 50 connections. */
  crowded?: { limit: Limit; slowest?: Limit }
  product: (apps: Apps) => Call[]
  baseline?: (apps: Apps) => Call
}

const create: Scenario = {
  label: 'create a task',
  limit: budget.createTask,
  crowded: { limit: budget.createTaskCrowded, slowest: budget.createTaskSlowest },
  product: ({ product, people }) => writeCalls(product.url, people),
  baseline: ({ baseline }) => bareWrite(baseline.url),
}

const list: Scenario = {
  label: 'task list',
  limit: budget.taskList,
  crowded: { limit: budget.taskListCrowded },
  product: ({ people }) => listCalls(people),
}

const page = (label: string, limit: Limit, product: Scenario['product']): Scenario => ({
  label,
  limit,
  product,
})

/** Requests per second as a ratio to the bare app. */
export const throughput = {
  action: measure(create),
  list: measure(list),
  settings: measure(page('organization settings', budget.settings, ({ people }) => settingsCalls(people))),
  account: measure(page('account', budget.account, ({ people }) => accountCalls(people))),
  contact: measure(page('contact', budget.contact, contactCalls)),
  'sign-in': measure(page('sign-in', budget.signIn, signInCalls)),
  landing: measure(page('landing', budget.landing, landingCalls)),
} satisfies Record<string, Measurement>

function measure({ label, limit, crowded, ...scenario }: Scenario): Measurement {
  return async (bench) => {
    const apps = await bench.apps()
    const { rounds, seconds } = bench.options
    const bare = scenario.baseline?.(apps) ?? bareList()
    const sides = {
      baseline: { server: apps.baseline, calls: rotate([bare]) },
      product: { server: apps.product, calls: rotate(scenario.product(apps)) },
    }
    const few = await interleave(sides, { connections: FEW, seconds }, rounds)
    const figures = rates(`${label}, ${FEW} connections`, few, limit)
    if (!crowded) return figures
    const many = await interleave(sides, { connections: MANY, seconds }, rounds)
    figures.push(...rates(`${label}, ${MANY} connections`, many, crowded.limit))
    if (crowded.slowest)
      figures.push(slowest(`${label}, ${MANY} connections: p99 ÷ p99`, many, crowded.slowest))
    return figures
  }
}

function rates(label: string, rounds: Round[], limit: Limit): Figure[] {
  return [
    { label, values: rounds.map(({ baseline, product }) => product.rate / baseline.rate), limit },
    { label: '  baseline', values: rounds.map(({ baseline }) => baseline.rate), unit: ' /s' },
    { label: '  product', values: rounds.map(({ product }) => product.rate), unit: ' /s' },
    // More stable than the rate on a busy machine.
    {
      label: '  processor time per answer, baseline ÷ product',
      values: rounds.map(({ baseline, product }) => baseline.cpu / product.cpu),
    },
  ]
}

function slowest(label: string, rounds: Round[], limit: Limit): Figure {
  return { label, values: rounds.map(({ baseline, product }) => product.p99 / baseline.p99), limit }
}
