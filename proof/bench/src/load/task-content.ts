/** The content that both apps write. */
export const taskContent = { title: 'Bench task, written', description: 'By the bench.' }
