/** The results of requests sent one after the other. */
export function AnswerList({ answers }: { answers: readonly string[] }) {
  return (
    <ol className="list-inside list-decimal font-mono text-xs tabular-nums">
      {answers.map((answer, index) => (
        // eslint-disable-next-line react/no-array-index-key -- the list never changes, and answers can be equal
        <li key={index}>{answer}</li>
      ))}
    </ol>
  )
}
