// `npm test`: everything, in one run that ends with a plain line `N passed, N failed`.
// Starts under any Node ≥ 20, before anything is installed.
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { ensureInstalled } from '../electron/launch/install.mjs'
import { environment, launch, projectNode, root } from '../electron/launch/machine.mjs'

const report = path.join(root, '.build/tests/vitest.json')
const steps = []

await launch(async () => {
  await ensureInstalled()
  const node = projectNode()
  // The tools are installed programs that look for `node` by name.
  const bin = [path.dirname(node), path.join(root, 'node_modules/.bin')]
  const env = { ...environment(), PATH: [...bin, process.env['PATH']].join(path.delimiter) }
  if (!process.stdout.isTTY) env['NO_COLOR'] = '1'

  for (const part of ['shared', 'electron', 'renderer', 'tests']) {
    await step(`types: ${part}`, node, ['node_modules/typescript/bin/tsc', '-p', part], env)
  }
  await step(
    'lint: oxlint',
    node,
    ['node_modules/oxlint/bin/oxlint', '--type-aware', '-c', 'tests/oxlint.json'],
    env,
  )
  await step(
    'lint: biome',
    node,
    ['node_modules/@biomejs/biome/bin/biome', 'check', '--config-path=tests/format.json'],
    env,
  )
  await step('build', node, ['electron/launch/build.mjs'], env)
  const tests = await runTests(node, env)

  const failedSteps = steps.filter((each) => !each.passed)
  const passed = steps.length - failedSteps.length + tests.passed
  const failed = failedSteps.length + tests.failed
  print('')
  for (const { name } of failedSteps) print(`failed: ${name}`)
  for (const name of tests.notRun) print(`not run: ${name}`)
  print(`${passed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
})

function print(line) {
  process.stdout.write(`${line}\n`)
}

async function step(name, program, args, env) {
  print(`— ${name}`)
  steps.push({ name, passed: (await exitCode(program, args, env)) === 0 })
}

async function runTests(node, env) {
  print('— tests')
  rmSync(report, { force: true })
  mkdirSync(path.dirname(report), { recursive: true })
  const args = ['node_modules/vitest/vitest.mjs', 'run', '-c', 'tests/vitest.config.ts']
  const code = await exitCode(
    node,
    [...args, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    env,
  )
  return count(code)
}

/** A file that could not even be loaded, or an error beside the tests, is a failure that no test counts. */
function count(code) {
  const files = readReport()
  const tests = files.flatMap((file) => file.assertionResults)
  const withStatus = (...wanted) => tests.filter(({ status }) => wanted.includes(status))
  const unloaded = files.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
  for (const { name } of unloaded) print(`failed: ${path.relative(root, name)} could not be loaded`)
  const failed = withStatus('failed').length + unloaded.length
  return {
    passed: withStatus('passed').length,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    notRun: withStatus('pending', 'skipped', 'todo', 'disabled').map(({ fullName }) => fullName),
  }
}

function readReport() {
  try {
    return JSON.parse(readFileSync(report, 'utf8')).testResults
  } catch {
    return []
  }
}

function exitCode(program, args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] })
    child.once('error', reject)
    child.once('close', (code) => resolve(code ?? 1))
  })
}
