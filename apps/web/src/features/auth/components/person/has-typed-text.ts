const TEXT =
  'input:not([type=search], [type=hidden], [type=password], [type=checkbox], [type=radio]), textarea'

/** Whether any form on the page holds unsaved text. */
export function hasTypedText(): boolean {
  return [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(`form :is(${TEXT})`)].some(
    ({ value, defaultValue }) => value !== defaultValue,
  )
}
