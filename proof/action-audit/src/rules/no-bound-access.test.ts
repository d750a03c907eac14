import { testRule } from '../testing/rule-cases'
import { noBoundAccess } from './no-bound-access'

const page = (expression: string) =>
  `import { saveAction } from './actions'\nexport function Page({ task, onAction }) { return <form action={${expression}} /> }`

testRule(noBoundAccess, {
  flagged: {
    'an ID': page('saveAction.bind(null, task.id)'),
    'a role': page("saveAction.bind(null, 'owner')"),
    'a role from a constant': `import { saveAction } from './actions'\nconst role = 'admin'\nexport const run = saveAction.bind(null, role)`,
    'an object': page('saveAction.bind(null, { id: task.id })'),
    'a computed property': page("saveAction['bind'](null, task.id)"),
    'through Function.prototype': page('Function.prototype.bind.call(saveAction, null, task.id)'),
    'by apply': page('Function.prototype.bind.apply(saveAction, [null, task.id])'),
    'after a harmless argument': page("saveAction.bind(null, 'dark', task.id)"),
    'a renamed import':
      "import { saveAction as save } from './actions'\nexport const make = (id) => save.bind(null, id)",
    'a namespace import':
      "import * as actions from './actions'\nexport const make = (id) => actions.saveAction.bind(null, id)",
    'through a constant':
      "import { saveAction } from './actions'\nconst save = saveAction\nexport const make = (id) => save.bind(null, id)",
    'a prop': page('onAction.bind(null, task.id)'),
    'an action from a package':
      "import { removeAction } from 'some-package'\nexport const make = (id) => removeAction.bind(null, id)",
    'an inline action':
      "export function Page({ id }) { async function save(id) { 'use server' }\nreturn <form action={save.bind(null, id)} /> }",
  },
  fine: {
    nothing: page('saveAction.bind(null)'),
    'a constant': page("saveAction.bind(null, 'dark')"),
    'a number': page('saveAction.bind(null, 3)'),
    'another function':
      'export class A { constructor() { this.run = this.run.bind(this, this.id) } run() {} }',
    'an event handler':
      'export function List({ id }) { const open = (x) => x; return <a onClick={open.bind(null, id)} /> }',
    'an action without bind': page('saveAction'),
  },
})
