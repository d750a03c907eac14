import { inventoryOf } from './app-folder'
import { generatedApp } from './generated-app'

/** Measures the audit's time per file for a small and a large app. It shouldn't grow with size. */
function millisecondsPerFile(files: number): number {
  const app = generatedApp(files)
  const begin = performance.now()
  inventoryOf(app)
  return (performance.now() - begin) / files
}

// The first run warms up the compiler and is not counted.
millisecondsPerFile(100)
const small = millisecondsPerFile(300)
const large = millisecondsPerFile(3000)
process.stdout.write(
  `${small.toFixed(2)} ms for each of 300 files, ${large.toFixed(2)} ms for each of 3000: ${(large / small).toFixed(2)} times as much.\n`,
)
