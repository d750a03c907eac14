/** The definition of `deleteTasksAction`, with what each line decides. */
export const chainLines: { note?: string; code: string }[] = [
  { note: 'Which organization', code: 'export const deleteTasksAction = organizationActionClient' },
  { code: "  .metadata({ name: 'tasks.delete', impersonation: 'write' })" },
  { note: 'Which roles', code: "  .use(withFeaturePermission({ task: ['delete'] }))" },
  { note: 'What input', code: '  .inputSchema(deleteTasksSchema)' },
  { note: 'Whose tasks', code: '  .useValidated(withOwnTasks)' },
  { note: 'Only then', code: '  .action(async ({ parsedInput: { taskIds }, ctx }) => ({' },
  { code: '    deleted: await deleteTasks(ctx.db, taskIds),' },
  { code: '  }))' },
]
