/** The URL parameter with the ID of the item that was just created. */
export const CREATED = 'created'
