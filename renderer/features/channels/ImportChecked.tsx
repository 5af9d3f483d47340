import { Button, Group, Select, Text, Title } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { DUPLICATE_CHOICES } from '../../../shared/contract/api/imports-api.ts'
import type { Answer } from '../../../shared/contract/api.ts'
import type { ImportMapping } from '../../../shared/domain/channel-work.ts'
import { Failure } from '../../ui/Failure.tsx'
import { JobProgress } from '../../ui/JobProgress.tsx'
import { useShortcut } from '../../ui/shortcuts.tsx'
import { nameOfCode, useCatalogue } from '../../ui/use-catalogue.ts'
import { useJob } from '../../ui/use-job.ts'
import { classes } from './classes.ts'
import { ImportResult, RefusedRows } from './ImportResult.tsx'
import type { ReadFile } from './use-upload.ts'

export type Checked = Answer<'imports.check'>
type Choice = (typeof DUPLICATE_CHOICES)[number]

const CHOICE_WORDS: Readonly<Record<Choice, string>> = {
  skip: '跳过',
  repeat: '作为重复件导入',
  import: '不是重复，照常导入',
}
const CHOICES = DUPLICATE_CHOICES.map((value) => ({ value, label: CHOICE_WORDS[value] }))
const WHY = {
  number: '工单编号已经导入过',
  person: '同一电话、同一标题',
  file: '文件里前面有同一工单',
} as const

function choiceOf(value: string | null): Choice {
  return DUPLICATE_CHOICES.find((each) => each === value) ?? 'skip'
}

type Props = {
  readonly file: ReadFile
  readonly mapping: ImportMapping
  readonly checked: Checked
  readonly onDone: () => void
}

/** What would happen, what is decided about those that are here already, and then the import. */
export function ImportChecked({ file, mapping, checked, onDone }: Props) {
  const [duplicates, setDuplicates] = useState<Choice>('skip')
  const [exceptions, setExceptions] = useState<ReadonlyMap<number, Choice>>(new Map())
  const begin = useRef<HTMLButtonElement>(null)
  const run = useJob((desk, job) =>
    desk('imports.run', {
      upload: file.upload,
      mapping,
      duplicates,
      exceptions: [...exceptions].map(([row, as]) => ({ row, as })),
      job,
    }),
  )
  const some = checked.ready + checked.duplicates > 0 && !run.running
  useShortcut('Ctrl+Enter', '导入', run.start, { enabled: some && run.result === null })
  useEffect(() => begin.current?.focus(), [])

  if (run.result !== null) {
    return <ImportResult result={run.result} running={run.running} onAgain={run.start} onDone={onDone} />
  }
  return (
    <>
      <Group justify="space-between" mb="xs" wrap="nowrap">
        <Text role="status">
          检查完毕，共 {checked.rows} 行：可以导入 {checked.ready} 行，已经有的 {checked.duplicates} 行，
          <span className={checked.refused > 0 ? classes['late'] : undefined}>
            不能导入 {checked.refused} 行
          </span>
          。
        </Text>
        <Group gap="xs" wrap="nowrap">
          <Button variant="default" onClick={onDone} disabled={run.running}>
            换一个文件
          </Button>
          <Button ref={begin} onClick={run.start} disabled={!some} title="Ctrl+回车">
            导入 {checked.ready} 行 Ctrl+回车
          </Button>
        </Group>
      </Group>
      <Failure error={run.error} />
      <JobProgress {...run} begins="正在导入" onCancel={run.cancel} />
      <RefusedRows rows={checked.refusedRows} refused={checked.refused} />
      {checked.duplicates > 0 && (
        <Duplicates
          checked={checked}
          choice={duplicates}
          onChoose={setDuplicates}
          exceptions={exceptions}
          onExcept={setExceptions}
        />
      )}
      <Samples checked={checked} />
    </>
  )
}

type DuplicatesProps = {
  readonly checked: Checked
  readonly choice: Choice
  readonly onChoose: (choice: Choice) => void
  readonly exceptions: ReadonlyMap<number, Choice>
  readonly onExcept: (exceptions: ReadonlyMap<number, Choice>) => void
}

function Duplicates({ checked, choice, onChoose, exceptions, onExcept }: DuplicatesProps) {
  return (
    <section className={classes['section']}>
      <Group mb="xs" align="end">
        <Title order={2}>已经有的 {checked.duplicates} 行</Title>
        <Select
          size="xs"
          label="同一电话、同一标题的"
          allowDeselect={false}
          data={CHOICES}
          value={choice}
          onChange={(value) => onChoose(choiceOf(value))}
        />
        <Text c="dimmed" size="sm">
          同一工单总是跳过。
        </Text>
      </Group>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <div className={classes['rows']} tabIndex={0} role="region" aria-label="已经有的各行">
        <table className={classes['table']}>
          <thead>
            <tr>
              <th scope="col">行</th>
              <th scope="col">标题</th>
              <th scope="col">原因</th>
              <th scope="col">已有的事项</th>
              <th scope="col">这一行</th>
            </tr>
          </thead>
          <tbody>
            {checked.duplicateRows.map(({ row, title, why, of }) => (
              <tr key={row}>
                <td className={classes['short']}>{row}</td>
                <td>{title}</td>
                <td className={classes['short']}>{WHY[why]}</td>
                <td className={classes['short']}>{of ?? '—'}</td>
                <td className={classes['short']}>
                  {why === 'person' ? (
                    <Select
                      size="xs"
                      aria-label={`第 ${row} 行`}
                      allowDeselect={false}
                      data={CHOICES}
                      value={exceptions.get(row) ?? choice}
                      onChange={(value) => onExcept(new Map(exceptions).set(row, choiceOf(value)))}
                    />
                  ) : (
                    '跳过'
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function Samples({ checked }: { readonly checked: Checked }) {
  const { channels, categories } = useCatalogue()
  if (checked.samples.length === 0) return null
  return (
    <section>
      <Title order={2} mb="xs">
        将这样登记（前 {checked.samples.length} 行）
      </Title>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">行</th>
            <th scope="col">标题</th>
            <th scope="col">诉求人</th>
            <th scope="col">渠道</th>
            <th scope="col">分类</th>
            <th scope="col">反映日期</th>
          </tr>
        </thead>
        <tbody>
          {checked.samples.map((sample) => (
            <tr key={sample.row}>
              <td className={classes['short']}>{sample.row}</td>
              <td>{sample.title}</td>
              <td className={classes['short']}>{sample.petitioner}</td>
              <td>{nameOfCode(channels, sample.channel)}</td>
              <td>{nameOfCode(categories, sample.category)}</td>
              <td className={classes['short']}>{sample.receivedOn}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
