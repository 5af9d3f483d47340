// `npm run desk -- <command>`: the core in a terminal. Says nothing of its own once everything is installed.
import { ensureInstalled } from './install.mjs'
import { launch, projectNode, root, run } from './machine.mjs'

await launch(async () => {
  await ensureInstalled()
  // Paths in the arguments are meant from where the command was typed; npm has moved us to the project.
  const cwd = process.env['INIT_CWD'] ?? process.cwd()
  return run(projectNode(), [`${root}/electron/cli/main.ts`, ...process.argv.slice(2)], { cwd })
})
