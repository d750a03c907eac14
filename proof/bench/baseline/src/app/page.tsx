export default function BarePage() {
  return <h1>Bare page</h1>
}
