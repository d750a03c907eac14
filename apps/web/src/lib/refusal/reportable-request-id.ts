/** The request ID to show with an error: only for failures a user could report. */
export function reportableRequestId(
  error: { code: string; requestId: string } | undefined,
): string | undefined {
  return error?.code === 'INTERNAL' && error.requestId ? error.requestId : undefined
}
