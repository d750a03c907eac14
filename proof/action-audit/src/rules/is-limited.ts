import { constantOf } from '../project/constant'
import { defineRule } from './define-rule'

/** Whatever can be called can be called a million times. */
export const isLimited = defineRule({
  name: 'is-limited',
  description: "Every action has a rate limit, its own or its client's.",
  check(subject) {
    for (const endpoint of subject.readEndpoints) {
      const { client, steps } = endpoint.definition
      const own = steps.filter(({ duty }) => duty === 'limit')
      for (const { made } of own) {
        const policy = made?.[0]
        if (policy && constantOf(subject.sources.project, policy) === undefined) {
          subject.reportFor(
            endpoint,
            `Which limit policy "${endpoint.name}" is under turns out at run time only.`,
            policy,
          )
        }
      }
      if (own.length > 0) continue
      if (client?.limitMissing) {
        const said = `"${client.limit}", and the definition of ${client.name} does not name it`
        subject.reportFor(endpoint, `"${endpoint.name}" is said to be limited by ${said}.`)
      } else if (!client?.limit) subject.reportFor(endpoint, `"${endpoint.name}" is under no limit policy.`)
    }
  },
})
