/** Maximum code points in a search. */
export const SEARCH_LENGTH = 200
