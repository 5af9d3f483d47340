import { stationKeyFrom } from '../../electron/core/archive/keys.ts'
import { openArchive } from '../../electron/core/archive/open-archive.ts'
import { DeskError } from '../../shared/contract/errors.ts'
import { someBatches } from './some-batches.ts'

/** Run as a process of its own, to be killed or kept from writing: delivers three batches, prints what went wrong. */
const [folder = '', privateKey = ''] = process.argv.slice(2)
const archive = openArchive(`folder:${folder}`)
const batches = someBatches({
  station: 'ZX',
  sizes: [200, 200, 200],
  key: stationKeyFrom(privateKey),
  documents: 8,
})
try {
  for (const batch of batches) await archive.deliver(batch)
} catch (error) {
  if (!(error instanceof DeskError)) throw error
  process.stdout.write(JSON.stringify(error.toProblem()))
}
