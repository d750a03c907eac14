/** Every decision that a super-admin can make about an organization, as in the URL of its form. */
export const organizationDecisionNames = ['suspend', 'restore', 'delete', 'keep'] as const

export type OrganizationDecisionName = (typeof organizationDecisionNames)[number]

interface DecisionText {
  /** The link to the form and its heading. */
  title: string
  /** What the decision does, in a sentence or two. */
  description: string
  button: string
  pending: string
  isDestructive?: true
}

export const organizationDecisionTexts: Readonly<Record<OrganizationDecisionName, DecisionText>> = {
  suspend: {
    title: 'Suspend',
    description:
      'Members can open the organization and see why, but nobody can change anything in it. Nothing is lost. Its owners get an email.',
    button: 'Suspend',
    pending: 'Suspending…',
    isDestructive: true,
  },
  restore: {
    title: 'End suspension',
    description: 'Members can work in the organization again. Its owners get an email.',
    button: 'End suspension',
    pending: 'Ending…',
  },
  delete: {
    title: 'Delete',
    description:
      'Deletes the organization and everything in it after 30 days. Until then you can cancel, members can only read, and nobody else can take its URL. Its owners get an email.',
    button: 'Delete in 30 days',
    pending: 'Saving…',
    isDestructive: true,
  },
  keep: {
    title: 'Cancel deletion',
    description: 'The organization stays. Its owners get an email.',
    button: 'Cancel deletion',
    pending: 'Canceling…',
  },
}

interface Facts {
  suspendedAt: unknown
  deletedFrom: unknown
}

/** Returns the decisions that would change something. The database checks this too. */
export function organizationDecisionsFor({ suspendedAt, deletedFrom }: Facts): OrganizationDecisionName[] {
  return [suspendedAt ? 'restore' : 'suspend', deletedFrom ? 'keep' : 'delete']
}
