/** What the browser can check before the server does. */
export interface Constraint {
  required?: boolean
  minLength?: number
  maxLength?: number
  type?: 'email'
  pattern?: string
}

export type Constraints = Record<string, Constraint>
