// Runs a script of the project under the Node it needs: `node electron/launch/run.mjs <script> [arguments]`.
import { ensureInstalled } from './install.mjs'
import { launch, projectNode, run } from './machine.mjs'

await launch(async () => {
  await ensureInstalled()
  return run(projectNode(), process.argv.slice(2))
})
