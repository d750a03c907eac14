import type { Node } from 'oxc-parser'
import type { SourceModule } from '../syntax/source-module'
import { labeled, labelsOf, object, unknown, type Abstract } from '../guards/abstract'
import { settle } from '../guards/promises'
import type { Run } from '../guards/run'
import { copyOf, type State } from '../guards/state'

type Jsx = Extract<Node, { type: 'JSXElement' | 'JSXFragment' }>

/** Evaluates JSX, including server components. */
export function evaluateJsx(run: Run, node: Jsx, state: State, module: SourceModule): Abstract {
  let labels = 0
  const props: Record<string, Abstract> = {}
  if (node.type === 'JSXElement') {
    for (const attribute of node.openingElement.attributes) {
      const value =
        attribute.type === 'JSXSpreadAttribute'
          ? run.evaluate(attribute.argument, state, module)
          : attribute.value
            ? shown(run, attribute.value, state, module)
            : unknown
      labels |= labelsOf(value)
      if (attribute.type === 'JSXAttribute' && attribute.name.type === 'JSXIdentifier')
        props[attribute.name.name] = value
    }
  }
  for (const child of node.children) labels |= labelsOf(shown(run, child, state, module))
  if (node.type === 'JSXElement' && !state.dead) {
    const component = componentOf(run, node, state, module)
    if (component?.kind === 'function' && !component.module.isClient) {
      // A component's guard protects only its own content.
      const own = copyOf(state)
      const site = { module, node }
      const made = settle(run.call(component, { state: own, site, args: [object(props)] }), own)
      labels |= own.facts.size > state.facts.size ? 0 : labelsOf(made)
    }
  }
  return labeled(labels)
}

function shown(run: Run, node: Node, state: State, module: SourceModule): Abstract {
  switch (node.type) {
    case 'JSXExpressionContainer':
      return node.expression.type === 'JSXEmptyExpression'
        ? unknown
        : run.evaluate(node.expression, state, module)
    case 'JSXElement':
    case 'JSXFragment':
      return evaluateJsx(run, node, state, module)
    case 'JSXSpreadChild':
      return run.evaluate(node.expression, state, module)
    default:
      return unknown
  }
}

function componentOf(
  run: Run,
  node: Extract<Jsx, { type: 'JSXElement' }>,
  state: State,
  module: SourceModule,
): Abstract | undefined {
  const { name } = node.openingElement
  if (name.type !== 'JSXIdentifier' || !/^[A-Z]/.test(name.name)) return undefined
  // JSX names are separate node types that scopes don't resolve.
  const binding =
    [...state.variables.keys()].findLast((each) => each.name === name.name) ??
    module.scopes.topLevel(name.name)
  if (!binding) return undefined
  const known = state.variables.get(binding)
  if (known) return known
  const file = binding.imported && run.project.fileOf(module, binding.imported.source)
  // Client components read no data.
  if (file !== undefined && run.project.isClient(file)) return undefined
  if (binding.imported) return run.imported(module, binding.imported.source, binding.imported.name)
  return binding.init ? run.evaluate(binding.init, state, module) : undefined
}
