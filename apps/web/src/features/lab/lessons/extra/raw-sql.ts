import { json } from '../../challenge/challenge'
import type { Extra } from './extra'

export const rawSql: Extra = {
  slug: 'raw-sql',
  title: 'Search tasks',
  summary: 'The search is limited to your own organization. Is it?',
  explanation:
    'The statement is built from text, so the search text can end the quotes and go on in SQL. The membership check is correct but doesn’t help, because the text rewrites the condition behind it. Send values as parameters, which a query builder does, and no text is ever read as SQL.',
  mistakeCode: {
    file: 'apps/unguarded/src/app/raw-sql/actions.ts',
    names: ['searchTasksAction'],
  },
  rule: 'no-raw-sql',
  challenge: {
    goal: 'Read the title of another organization’s task.',
    callers: ['viewer@acme.test'],
    targets: ['raw-sql/searchTasksAction'],
    start: json({ organization: 'acme', text: 'task 1' }),
    hints: [
      "The server looks for tasks WHERE organization_id = '…' AND title LIKE '%your text%'. What if your text has a quote in it?",
      'A quote ends the text. What follows it is SQL, such as a second condition with OR.',
      'Set "text" to "\' OR \'1\' LIKE \'1". Then the condition is true for every task.',
    ],
    solved: ({ rows, replies }) =>
      (rows.task ?? []).some(
        ({ organization, title }) =>
          organization === 'globex' && replies.some(({ body }) => body.includes(`"${title}"`)),
      ),
  },
}
