import {
  type AccountDecision,
  accountDecisionSentence,
  accountDecisionSubjects,
} from './account-decision-texts'
import { Action, FinePrint, Layout, Paragraph } from './layout'

interface Props {
  decision: AccountDecision
  until?: string
  role?: string
  contactUrl: string
}

/** Sent to a person after a super-admin's decision about their account. The reason stays internal. */
export function AccountDecisionNotice({ decision, contactUrl, ...details }: Props) {
  return (
    <Layout preview={accountDecisionSubjects[decision]} heading={accountDecisionSubjects[decision]}>
      <Paragraph>{accountDecisionSentence(decision, details)}</Paragraph>
      <Action href={contactUrl}>Contact us</Action>
      <FinePrint>Write to us if you have questions or think this is a mistake.</FinePrint>
    </Layout>
  )
}
