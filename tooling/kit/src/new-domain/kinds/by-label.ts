import { sentence } from '../domain'
import type { Spellings } from '../domain-names'
import type { Kind } from './kind'

/** How a flow enters a value and finds it again. */
export function byLabel(name: Spellings, method: 'fill' | 'selectOption'): Pick<Kind, 'fill' | 'filled'> {
  const control = (form: string) => `${form}.getByLabel('${sentence(name.words)}', { exact: true })`
  return {
    fill: (form, sent) => `await ${control(form)}.${method}(${sent})`,
    filled: (form, sent) => `await expect(${control(form)}).toHaveValue(${sent})`,
  }
}
