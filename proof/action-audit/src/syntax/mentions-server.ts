/** Whether a text may have a `'use server'` in it, however that is written: an escape makes no difference to Next. */
export function mentionsServer(text: string): boolean {
  return text.includes('use server') || /^\s*['"][^'"\n]*\\[xu]/m.test(text)
}
