import { chainA, chainB, chainC, chainD } from './actions'

/** Lists the chains, so the build includes them. */
export default function Page() {
  return <p>{[chainA, chainB, chainC, chainD].length} chains</p>
}
