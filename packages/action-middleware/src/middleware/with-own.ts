import { createValidatedMiddleware } from 'next-safe-action'

import { ActionError } from '../errors/action-error'

interface OwnRule<Input> {
  /** The ID in the input. */
  id: (input: Input) => string
  /** Reads whether the row is the user's. Never writes. */
  owns: (userId: string, id: string) => Promise<boolean>
}

/**
 * Requires that the row in the input is the signed-in user's own, outside organizations. A missing row and someone else's
 * give the same answer.
 * @throws ActionError NOT_FOUND
 */
export function withOwn<Input>({ id, owns }: OwnRule<Input>) {
  return createValidatedMiddleware<{ ctx: { user: { id: string } }; parsedInput: Input }>().define(
    async ({ ctx, parsedInput, next }) => {
      if (!(await owns(ctx.user.id, id(parsedInput)))) throw new ActionError('NOT_FOUND')
      return next()
    },
  )
}
