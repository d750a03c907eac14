const TEXT =
  'input:not([type=search], [type=hidden], [type=password], [type=checkbox], [type=radio]), textarea'

/** Whether a form of the page holds text that isn't saved. */
export function hasTypedText(): boolean {
  return [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(`form :is(${TEXT})`)].some(
    ({ value, defaultValue }) => value !== defaultValue,
  )
}
