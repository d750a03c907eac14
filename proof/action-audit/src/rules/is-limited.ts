import { constantOf } from '../project/constant'
import { defineRule } from './define-rule'

/** Any endpoint can be called a million times. */
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
            `The rate limit policy of "${endpoint.name}" is known only at runtime.`,
            policy,
          )
        }
      }
      if (own.length > 0) continue
      if (client?.limitMissing) {
        const limit = `"${client.limit}", and the definition of ${client.name} does not name it`
        subject.reportFor(endpoint, `"${endpoint.name}" is configured as limited by ${limit}.`)
      } else if (!client?.limit) subject.reportFor(endpoint, `"${endpoint.name}" has no rate limit policy.`)
    }
  },
})
