import type { Node } from 'oxc-parser'
import type { SourceModule } from '../syntax/source-module'
import { constant, falsyFacts, labeled, labelsOf, truthOf, truthyFacts, unknown } from '../guards/abstract'
import { branches, narrow } from './branches'
import { equality } from '../guards/compare'
import { bothFacts, noFacts, type Facts } from '../guards/facts'
import type { Exit, Run } from '../guards/run'
import { copyOf, joined, know, type State } from '../guards/state'

/** The targets of `break` and `continue`, and the exits of the function. */
interface Frame {
  exits: Exit[]
  breaks: State[]
  continues: State[]
  /** By label. Continuing a labeled loop counts as leaving it. */
  labels: ReadonlyMap<string, State[]>
}

/** Analyzes a body and returns its exits. */
export function execute(run: Run, body: readonly Node[], state: State, module: SourceModule): Exit[] {
  const frame: Frame = { exits: [], breaks: [], continues: [], labels: new Map() }
  const end = new Body(run, module).block(body, state, frame)
  if (end) frame.exits.push({ kind: 'end', value: constant(undefined), state: end, node: undefined })
  return frame.exits
}

class Body {
  constructor(
    readonly run: Run,
    readonly module: SourceModule,
  ) {}

  /** @returns undefined if its end is unreachable */
  block(body: readonly Node[], start: State, frame: Frame): State | undefined {
    let state: State | undefined = start
    for (const statement of body) {
      if (!state) return undefined
      state = this.#statement(statement, state, frame)
      if (state?.dead) {
        frame.exits.push({ kind: 'throw', value: unknown, state, node: statement })
        state = undefined
      }
    }
    return state
  }

  #statement(node: Node, state: State, frame: Frame): State | undefined {
    const { run, module } = this
    const value = (part: Node) => run.evaluate(part, state, module)
    switch (node.type) {
      case 'VariableDeclaration':
        for (const { id, init } of node.declarations) {
          const known = init ? value(init) : constant(undefined)
          if (state.dead) return state
          run.bind(id, known, state, module)
        }
        return state
      case 'ExpressionStatement':
        value(node.expression)
        return state
      case 'ReturnStatement':
        return this.#return(node, state, frame)
      case 'ThrowStatement':
        value(node.argument)
        frame.exits.push({ kind: 'throw', value: unknown, state, node })
        return undefined
      case 'IfStatement':
        return this.#if(node, state, frame)
      case 'BlockStatement':
        return this.block(node.body, state, frame)
      case 'TryStatement':
        return this.#try(node, state, frame)
      case 'SwitchStatement':
        return this.#switch(node, state, frame)
      case 'ForStatement':
        if (node.init) {
          if (node.init.type === 'VariableDeclaration') this.#statement(node.init, state, frame)
          else value(node.init)
        }
        return this.#loop(node.body, state, frame, node.test ?? undefined)
      case 'WhileStatement':
        return this.#loop(node.body, state, frame, node.test)
      case 'DoWhileStatement':
        return this.#doWhile(node, state, frame)
      case 'ForOfStatement':
      case 'ForInStatement': {
        const list = value(node.right)
        const each = list.kind === 'list' && list.items[0] ? list.items[0] : labeled(labelsOf(list))
        const inside = copyOf(state)
        if (node.left.type === 'VariableDeclaration') {
          const [declared] = node.left.declarations
          if (declared) run.bind(declared.id, each, inside, module)
        }
        return this.#loop(node.body, inside, frame, undefined, state)
      }
      case 'LabeledStatement':
        return this.#labeled(node, state, frame)
      case 'BreakStatement':
      case 'ContinueStatement': {
        const target = node.type === 'BreakStatement' ? frame.breaks : frame.continues
        const labeled = node.label ? frame.labels.get(node.label.name) : undefined
        ;(labeled ?? target).push(state)
        return undefined
      }
      default:
        return state
    }
  }

  #return(node: Extract<Node, { type: 'ReturnStatement' }>, state: State, frame: Frame): undefined {
    const value = node.argument ? this.run.evaluate(node.argument, state, this.module) : constant(undefined)
    frame.exits.push({ kind: state.dead ? 'throw' : 'return', value, state, node })
    return undefined
  }

  #if(node: Extract<Node, { type: 'IfStatement' }>, state: State, frame: Frame): State | undefined {
    const test = this.run.evaluate(node.test, state, this.module)
    if (state.dead) return state
    const truth = truthOf(test)
    const [yes, no] = branches(state, truthyFacts(test), falsyFacts(test))
    narrow(this.module, node.test, yes, no)
    const after = truth === false ? undefined : this.block([node.consequent], yes, frame)
    const other = truth === true ? undefined : node.alternate ? this.block([node.alternate], no, frame) : no
    return joined([after, other].filter((each) => each !== undefined))
  }

  #labeled(
    { label, body }: Extract<Node, { type: 'LabeledStatement' }>,
    state: State,
    frame: Frame,
  ): State | undefined {
    const left: State[] = []
    const labels = new Map([...frame.labels, [label.name, left]])
    const end = this.#statement(body, state, { ...frame, labels })
    return left.length === 0 ? end : joined([...left, ...(end ? [end] : [])])
  }

  /** The loop's body runs at least once, so its guarantees hold afterward, unless the loop was left early. */
  #doWhile(
    { body, test }: Extract<Node, { type: 'DoWhileStatement' }>,
    state: State,
    frame: Frame,
  ): State | undefined {
    const breaks: State[] = []
    const continues: State[] = []
    const end = this.block([body], state, { ...frame, breaks, continues })
    const tested = joined([...continues, ...(end ? [end] : [])])
    if (tested) know(tested, falsyFacts(this.run.evaluate(test, tested, this.module)))
    return joined([...breaks, ...(tested ? [tested] : [])])
  }

  #loop(
    body: Node,
    state: State,
    frame: Frame,
    test: Node | undefined,
    before: State = state,
  ): State | undefined {
    const condition = test ? this.run.evaluate(test, state, this.module) : undefined
    const inside = copyOf(state)
    if (condition) know(inside, truthyFacts(condition))
    const breaks: State[] = []
    const end = this.block([body], inside, { ...frame, breaks, continues: breaks })
    // The body may not run at all, unless only a `break` ends the loop.
    const skipped = condition && truthOf(condition) === true ? [] : [before]
    return joined([...skipped, ...breaks, ...(end ? [end] : [])])
  }

  #switch(node: Extract<Node, { type: 'SwitchStatement' }>, state: State, frame: Frame): State | undefined {
    const subject = this.run.evaluate(node.discriminant, state, this.module)
    const ends: State[] = []
    let falling: State | undefined
    let missed: Facts = noFacts
    for (const { test, consequent } of node.cases) {
      const start = copyOf(state)
      if (test) {
        const same = equality(subject, this.run.evaluate(test, state, this.module))
        know(start, truthyFacts(same))
        missed = truthOf(same) === undefined ? falsyFacts(same) : missed
      } else know(start, missed)
      const from = falling ? joined([falling, start]) : start
      const breaks: State[] = []
      falling = from && this.block(consequent, from, { ...frame, breaks })
      ends.push(...breaks)
    }
    if (falling) ends.push(falling)
    if (!node.cases.some(({ test }) => test === null)) ends.push(state)
    return joined(ends)
  }

  #try(node: Extract<Node, { type: 'TryStatement' }>, state: State, frame: Frame): State | undefined {
    const before = copyOf(state)
    const inner: Exit[] = []
    const end = this.block(node.block.body, state, { ...frame, exits: inner })
    const { handler, finalizer } = node
    // Without a catch clause, the exception propagates.
    if (!handler) frame.exits.push(...inner)
    else frame.exits.push(...inner.filter(({ kind }) => kind !== 'throw'))
    let caught: State | undefined
    if (handler) {
      const thrown = inner
        .filter(({ kind }) => kind === 'throw')
        .map((exit) => ({ ...exit.state, dead: false }))
      const begin = joined([before, ...thrown]) ?? before
      const start = { ...copyOf(begin), facts: before.facts, denied: true }
      if (handler.param) this.run.bind(handler.param, unknown, start, this.module)
      caught = this.block(handler.body.body, start, frame)
      // Code after it is no longer on a refusal path.
      if (caught) caught = { ...caught, denied: before.denied }
    }
    const after = joined([...(end ? [end] : []), ...(caught ? [caught] : [])])
    if (!finalizer) return after
    // It also runs after an exception, so no facts of the try block hold in it.
    const begin = joined([...(after ? [after] : []), before]) ?? before
    const start = { ...copyOf(begin), facts: before.facts, denied: after === undefined }
    const finished = this.block(finalizer.body, start, frame)
    if (!after || !finished) return undefined
    return { ...finished, facts: bothFacts(after.facts, finished.facts), denied: after.denied }
  }
}
