/** People that a page or a search lists to choose from. A larger organization is searched. */
export const ASSIGNEES_LISTED = 20
