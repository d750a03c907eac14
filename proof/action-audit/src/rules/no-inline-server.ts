import { inlineActions } from '../action/endpoints'
import { defineRule } from './define-rule'

/** The captured variables of an inline action travel to the browser and back, and no list of actions shows it. */
export const noInlineServer = defineRule({
  name: 'no-inline-server',
  description: "No function has its own 'use server'; actions are in separate files.",
  check(subject) {
    for (const node of inlineActions(subject.module)) {
      subject.report(
        node,
        "A function with its own 'use server' is an endpoint that sends its captured variables to the browser. Move it to a file of actions.",
      )
    }
  },
})
