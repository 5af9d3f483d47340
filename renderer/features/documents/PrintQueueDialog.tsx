import { Alert, Button, Checkbox, Group, List, Loader, Stack, Text } from '@mantine/core'
import { type RefObject, useImperativeHandle, useRef, useState } from 'react'
import type { Answer, Sent } from '../../../shared/contract/api.ts'
import type { Paper } from '../../../shared/documents/paper.ts'
import { useDeskQuery } from '../../bridge/use-desk-query.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { JobProgress } from '../../ui/JobProgress.tsx'
import { useFontPreflight } from '../../ui/paper/FontPreflight.tsx'
import { PrintSheet } from '../../ui/paper/PrintSheet.tsx'
import { readPaper } from '../../ui/paper/read-paper.ts'
import { saveZipFile } from '../../ui/paper/save-file.ts'
import { useShortcut } from '../../ui/shortcuts.tsx'
import table from '../../ui/table.module.css'
import { useJob } from '../../ui/use-job.ts'
import classes from './print-queue.module.css'

type Line = Answer<'printing.waiting'>['lines'][number]
type How = Sent<'printing.run'>['how']
type Run = Answer<'printing.run'>

type Props = {
  /** Papers that were chosen; null takes those that wait to be printed. */
  readonly lines: readonly Line[] | null
  readonly onClose: () => void
}

/** Many papers at once: printed, saved in one archive, or as PDF. */
export function PrintQueueDialog({ lines, onClose }: Props) {
  const stop = useRef<(() => void) | null>(null)
  // While papers are on their way Esc stops them; what was done could not be told if the dialog closed.
  const close = () => (stop.current ?? onClose)()
  return (
    <Dialog opened onClose={close} title={lines === null ? '待打印的文书' : '打印选中的文书'} size={900}>
      {lines === null ? (
        <Waiting stop={stop} />
      ) : (
        <Queue lines={lines.toSorted((a, b) => (a.id < b.id ? -1 : 1))} stop={stop} />
      )}
    </Dialog>
  )
}

type Stop = { readonly stop: RefObject<(() => void) | null> }

function Waiting({ stop }: Stop) {
  const [ever, setEver] = useState(false)
  const waiting = useDeskQuery(
    'printing.waiting',
    { since: ever ? 'ever' : 'today' },
    { keep: true, fresh: true },
  )
  const { lines = [], earlier = 0 } = waiting.data ?? {}
  return (
    <Stack gap="sm">
      <Failure error={waiting.error} onRetry={() => void waiting.refetch()} />
      {(ever || earlier > 0) && (
        <Checkbox
          label={ever ? '包括以前印发、尚未取用的' : `包括以前印发、尚未取用的 ${earlier} 份`}
          checked={ever}
          onChange={(event) => setEver(event.currentTarget.checked)}
        />
      )}
      {waiting.isPending ? <Loader aria-label="正在打开待打印的文书" /> : <Queue lines={lines} stop={stop} />}
    </Stack>
  )
}

function Queue({ lines, stop }: Stop & { readonly lines: readonly Line[] }) {
  const routes = useDeskQuery('printing.routes', undefined)
  const preflight = useFontPreflight()
  const wanted = useRef<{ readonly ids: readonly string[]; readonly how: How }>({ ids: [], how: 'window' })
  const [sheets, setSheets] = useState<readonly Paper[] | null>(null)
  const [said, setSaid] = useState('')
  const run = useJob(async (desk, job) => {
    const { ids, how } = wanted.current
    const result = await desk('printing.run', { job, ids: [...ids], how })
    const papers = result.papers.flatMap((paper) => readPaper(paper) ?? [])
    if (papers.length > 0) setSheets(papers)
    if (result.file !== null) saveZipFile(result.file.fileName, result.file.bytes)
    return { ...result, how }
  })
  const { chosen = 'window', why = null } = routes.data ?? {}
  const some = lines.length > 0
  useImperativeHandle<(() => void) | null, (() => void) | null>(
    stop,
    () => (run.running ? run.cancel : null),
    [run.running, run.cancel],
  )

  async function start(how: How, ids: readonly string[] = lines.map(({ id }) => id)) {
    // The buttons stay as they are meanwhile: one that is switched off would lose the focus.
    if (run.running || ids.length === 0) return
    if (how === 'pdf' && why !== null) {
      setSaid(why)
      return
    }
    setSaid('')
    if (how !== 'zip' && !(await preflight.check(ids))) return
    wanted.current = { ids, how }
    run.start()
  }

  // What is opened in Word is printed there, one by one; many papers go out from here.
  const print = () => void start(chosen === 'libreoffice' ? 'libreoffice' : 'window')
  useShortcut('Ctrl+P', '全部打印', print, { enabled: some })
  useShortcut('Ctrl+S', '全部存为压缩包', () => void start('zip'), { enabled: some })

  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Text c="dimmed" size="sm">
          {lines.length === 0 ? '没有待打印的文书。' : `共 ${lines.length} 份，按印发先后；每份都记入取用。`}
        </Text>
        <Group gap="xs">
          <Button variant="default" disabled={!some} onClick={() => void start('zip')} title="Ctrl+S">
            存为压缩包
          </Button>
          <Button variant="default" disabled={!some} onClick={() => void start('pdf')}>
            存为 PDF
          </Button>
          <Button autoFocus disabled={!some} onClick={print} title="Ctrl+P">
            全部打印
          </Button>
        </Group>
      </Group>
      <JobProgress {...run} begins="正在准备" onCancel={run.cancel} />
      <Failure error={run.error} />
      {said !== '' && <Text role="status">{said}</Text>}
      {run.result !== null && <Closing run={run.result} onRetry={(ids, how) => void start(how, ids)} />}
      {lines.length > 0 && <Lines lines={lines} />}
      {preflight.dialog}
      {sheets !== null && <PrintSheet papers={sheets} onPrinted={() => setSheets(null)} />}
    </Stack>
  )
}

function Lines({ lines }: { readonly lines: readonly Line[] }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <section className={classes['lines']} aria-label="要打印的文书" tabIndex={0}>
      <table className={`${table['fixed']} ${classes['table']}`}>
        <thead>
          <tr>
            <th scope="col">文书</th>
            <th scope="col">发文字号</th>
            <th scope="col">标题</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ id, kindName, number, title }) => (
            <tr key={id}>
              <td>{kindName}</td>
              <td>{number === '' ? '—' : number}</td>
              <td title={title}>{title}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const DONE: Readonly<Record<How, string>> = {
  window: '已送打印',
  libreoffice: '已送往默认打印机',
  zip: '已存入压缩包',
  pdf: '已转换并存入压缩包',
}

type ClosingProps = {
  readonly run: Run & { readonly how: How }
  readonly onRetry: (ids: readonly string[], how: How) => void
}

/** What was done, and what not and why. */
function Closing({ run: { how, done, failures, stopped }, onRetry }: ClosingProps) {
  return (
    <>
      <Text role="status">
        {DONE[how]} {done.length} 份{stopped && '，其余按您的要求没有进行'}
        {failures.length > 0 && `，${failures.length} 份没有完成`}。
      </Text>
      {failures.length > 0 && (
        <Alert color="red" variant="outline" role="alert" title="没有完成的文书">
          <List size="sm">
            {failures.map(({ id, name, why }) => (
              <List.Item key={id}>
                {name}：{why}
              </List.Item>
            ))}
          </List>
          <Button
            variant="default"
            size="xs"
            mt="xs"
            onClick={() =>
              onRetry(
                failures.map(({ id }) => id),
                how,
              )
            }
          >
            重试
          </Button>
        </Alert>
      )}
    </>
  )
}
