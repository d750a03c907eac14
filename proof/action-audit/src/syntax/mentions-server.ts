/** Whether a text may contain `'use server'` in any spelling, because Next also accepts escapes. */
export function mentionsServer(text: string): boolean {
  return text.includes('use server') || /^\s*['"][^'"\n]*\\[xu]/m.test(text)
}
