import { Scroller } from '@/components/scroller'

import { Code } from './code'

/** The definition of `deleteTasksAction`, line by line, with what each line decides. */
const lines: { note?: string; code: string }[] = [
  { note: 'Which organization', code: 'export const deleteTasksAction = organizationActionClient' },
  { code: "  .metadata({ name: 'tasks.delete' })" },
  { note: 'Which roles', code: "  .use(withFeaturePermission({ task: ['delete'] }))" },
  { note: 'What input', code: '  .inputSchema(deleteTasksSchema)' },
  { note: 'Whose tasks', code: '  .useValidated(' },
  { code: '    withResource({' },
  { code: '      ids: ({ taskIds }: { taskIds: string[] }) => taskIds,' },
  { code: '      load: lockTasks,' },
  { code: '      allow: canModifyTask,' },
  { code: '    }),' },
  { code: '  )' },
  { note: 'Then, and only then', code: '  .action(async ({ parsedInput: { taskIds }, ctx }) => ({' },
  { code: '    deleted: await deleteTasks(ctx.db, taskIds),' },
  { code: '  }))' },
]

export function Chain() {
  return (
    <figure className="overflow-hidden rounded-lg border bg-card">
      <figcaption className="border-b px-4 py-2.5 font-mono text-xs text-muted-foreground">
        features/tasks/actions.ts
      </figcaption>
      <Scroller label="The definition of an action">
        <pre className="py-3.5 text-[0.8125rem] leading-6">
          <code className="block w-max min-w-full font-mono">
            {lines.map(({ note, code }) => (
              <span key={code} className="block px-4 md:grid md:grid-cols-[9.5rem_1fr]">
                <span className="block font-sans text-xs leading-6 text-muted-foreground select-none max-md:-mb-1 max-md:pt-1">
                  {note}
                </span>
                <span className="block">
                  <Code>{code}</Code>
                  {'\n'}
                </span>
              </span>
            ))}
          </code>
        </pre>
      </Scroller>
    </figure>
  )
}
