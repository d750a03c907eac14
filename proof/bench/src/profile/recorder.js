// Loaded into the server with `--import`: NODE_OPTIONS doesn't accept `--cpu-prof`. The first SIGUSR2 starts a profile,
// the second writes it.
import { renameSync, writeFileSync } from 'node:fs'
import { Session } from 'node:inspector'

const session = new Session()
let isRecording = false

process.on('SIGUSR2', () => {
  if (isRecording) {
    session.post('Profiler.stop', (error, result) => {
      if (error) throw error
      const file = process.env.PROFILE_FILE ?? ''
      writeFileSync(`${file}.part`, JSON.stringify(result.profile))
      renameSync(`${file}.part`, file)
    })
    return
  }
  isRecording = true
  session.connect()
  session.post('Profiler.enable')
  session.post('Profiler.start')
})
