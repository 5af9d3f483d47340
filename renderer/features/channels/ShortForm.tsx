import { Button, Checkbox, Select, Textarea, TextInput } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import type { Answer } from '../../../shared/contract/api.ts'
import { GRADES, gradeSchema, URGENCIES, urgencySchema } from '../../../shared/domain/petition.ts'
import { procedureOf } from '../../../shared/rules/appeals.ts'
import { useSession } from '../../bridge/desk-context.tsx'
import { CategorySelect } from '../../ui/CategorySelect.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { Page } from '../../ui/Page.tsx'
import { ProblemSummary } from '../../ui/ProblemSummary.tsx'
import { useShortcut } from '../../ui/shortcuts.tsx'
import { filterByPinyin } from '../../ui/UnitSelect.tsx'
import { useCatalogue } from '../../ui/use-catalogue.ts'
import { useCheckedCall } from '../../ui/use-checked-call.ts'
import { AppealFields } from './AppealFields.tsx'
import { classes } from './classes.ts'
import { AccusedFields, MoreFields, optionsOf } from './ShortFields.tsx'
import { ShortSide } from './ShortSide.tsx'
import { isBegun, keptEntry, recordOf, type ShortEntry } from './short-entry.ts'
import { useKeptDraft } from './use-kept-draft.ts'

type Props = {
  readonly id: string
  readonly start: ShortEntry
  /** Records begun earlier and not finished. */
  readonly others: number
  readonly onOther: () => void
  readonly onRegistered: (answer: Answer<'channels.register'>) => void
}

/** One page without scrolling: who, what, to which category; the rest is offered at the right. */
export function ShortForm({ id, start, others, onOther, onRegistered }: Props) {
  const [entry, setEntry] = useState(start)
  const first = useRef<HTMLInputElement>(null)
  const { login } = useSession().me
  const { state, saver } = useKeptDraft(id, entry, (typed) => keptEntry(typed, login))
  const { form, problems, error, busy, send, errorAt: problemAt } = useCheckedCall('channels.register')
  const procedure = procedureOf(entry.channel)
  const set = (change: Partial<ShortEntry>) => setEntry((before) => ({ ...before, ...change }))
  const errorAt = (field: string) => problemAt(`record.${field}`) ?? problemAt(field)
  useEffect(() => first.current?.focus(), [])

  async function save() {
    await saver.pause()
    const answer = await send({ record: recordOf(entry, procedure !== null), draft: id })
    if (answer === null) saver.resume()
    else onRegistered(answer)
  }

  useShortcut('Ctrl+Enter', '保存', () => void save(), { enabled: !busy })
  useShortcut('Ctrl+O', '未登记完的', onOther, { enabled: others > 0 })
  useShortcut('F3', '从头填写', () => first.current?.focus())
  return (
    <Page
      title="快速登记"
      note={draftNote(state.kind, isBegun(entry))}
      actions={
        <>
          {others > 0 && (
            <Button variant="default" onClick={onOther} title="Ctrl+O">
              未登记完的 {others} 份
            </Button>
          )}
          <Button onClick={() => void save()} loading={busy} title="Ctrl+回车">
            保存 Ctrl+回车
          </Button>
        </>
      }
    >
      <div className={classes['beside']}>
        <form ref={form} noValidate onSubmit={(event) => event.preventDefault()}>
          <ProblemSummary problems={problems} />
          <Failure error={error} />
          <div className={classes['fields']}>
            <ChannelField entry={entry} set={set} error={errorAt('channel')} />
            <TextInput
              ref={first}
              className={classes['three'] ?? ''}
              label="姓名"
              required={!entry.anonymous}
              autoComplete="off"
              value={entry.name}
              onChange={(event) => set({ name: event.currentTarget.value })}
              error={errorAt('name')}
            />
            <TextInput
              className={classes['three'] ?? ''}
              label="联系电话"
              inputMode="tel"
              autoComplete="off"
              value={entry.phone}
              onChange={(event) => set({ phone: event.currentTarget.value })}
              error={errorAt('phone')}
            />
            <Checkbox
              className={classes['two'] ?? ''}
              mt={26}
              label="匿名"
              checked={entry.anonymous}
              onChange={(event) => set({ anonymous: event.currentTarget.checked })}
            />
            <WhatFields entry={entry} set={set} errorAt={errorAt} />
            {procedure !== null && <AppealFields entry={entry} set={set} errorAt={errorAt} />}
            {entry.purpose === 'accusation' && <AccusedFields entry={entry} set={set} errorAt={errorAt} />}
            <MoreFields entry={entry} set={set} errorAt={errorAt} />
          </div>
        </form>
        <ShortSide entry={entry} set={set} />
      </div>
    </Page>
  )
}

function draftNote(kind: 'none' | 'saved' | 'failed', begun: boolean): string {
  if (kind === 'failed') return '草稿没有存上，过一会儿自动再存'
  return kind === 'saved' && begun ? '已自动保存草稿' : 'Tab 移到下一项，Ctrl+回车 保存'
}

export type FieldsProps = {
  readonly entry: ShortEntry
  readonly set: (change: Partial<ShortEntry>) => void
  readonly errorAt: (field: string) => string | undefined
}

type ChannelProps = Omit<FieldsProps, 'errorAt'> & { readonly error: string | undefined }

function ChannelField({ entry, set, error }: ChannelProps) {
  const { channels } = useCatalogue()
  return (
    <Select
      className={classes['four'] ?? ''}
      label="反映渠道"
      required
      data={channels
        .filter(({ active, code }) => active || code === entry.channel)
        .toSorted((a, b) => a.order - b.order)
        .map(({ code, name }) => ({ value: code, label: name }))}
      value={entry.channel === '' ? null : entry.channel}
      onChange={(channel) => set({ channel: channel ?? entry.channel })}
      filter={filterByPinyin}
      searchable
      allowDeselect={false}
      selectFirstOptionOnChange
      error={error}
    />
  )
}

function WhatFields({ entry, set, errorAt }: FieldsProps) {
  return (
    <>
      <TextInput
        className={classes['twelve'] ?? ''}
        label="标题（事由）"
        required
        autoComplete="off"
        value={entry.title}
        onChange={(event) => set({ title: event.currentTarget.value })}
        error={errorAt('title')}
      />
      <Textarea
        className={classes['twelve'] ?? ''}
        label="反映的内容"
        required
        autosize
        minRows={5}
        maxRows={12}
        value={entry.matter}
        onChange={(event) => set({ matter: event.currentTarget.value })}
        error={errorAt('matter')}
      />
      <div className={classes['four']}>
        <CategorySelect
          label="内容分类"
          required
          value={entry.category}
          onChange={(category) => set({ category })}
          error={errorAt('category')}
        />
      </div>
      <Select
        className={classes['four'] ?? ''}
        label="分级"
        placeholder="不分级"
        data={optionsOf(GRADES)}
        value={entry.grade}
        onChange={(grade) => set({ grade: grade === null ? null : gradeSchema.parse(grade) })}
        filter={filterByPinyin}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': '清除分级', tabIndex: -1 }}
        selectFirstOptionOnChange
      />
      <Select
        className={classes['four'] ?? ''}
        label="紧急程度"
        data={optionsOf(URGENCIES)}
        value={entry.urgency}
        onChange={(urgency) => set({ urgency: urgencySchema.parse(urgency ?? entry.urgency) })}
        allowDeselect={false}
        filter={filterByPinyin}
        searchable
        selectFirstOptionOnChange
      />
    </>
  )
}
