/** Maximum number of people that a page or a search lists to choose from. Larger organizations have a search. */
export const ASSIGNEES_LISTED = 20
