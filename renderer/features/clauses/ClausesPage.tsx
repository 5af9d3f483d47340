import { Anchor, Group, Loader, SegmentedControl, Text, TextInput } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import { REGULATION_TITLES } from '../../../shared/domain/catalogue.ts'
import type { Clause } from '../../../shared/domain/clause.ts'
import { useDeskQuery } from '../../bridge/use-desk-query.ts'
import { Failure } from '../../ui/Failure.tsx'
import { Matched } from '../../ui/Matched.tsx'
import { Page } from '../../ui/Page.tsx'
import { useShortcut } from '../../ui/shortcuts.tsx'
import { CarriedBy } from './CarriedBy.tsx'
import { classes } from './classes.ts'
import { type ClauseFilter, matching } from './clause-filter.ts'

/** 条款对照表: which part of the program carries which sentence of the two regulations. */
export function ClausesPage() {
  const { data, error, isPending, refetch } = useDeskQuery('clauses.list', undefined)
  const [filter, setFilter] = useState<ClauseFilter>({ regulation: 'all', text: '' })
  const field = useRef<HTMLInputElement>(null)
  useShortcut('Ctrl+F', '查找条款', () => field.current?.select())
  useShortcut('Escape', '返回', () => window.history.back())
  useEffect(() => field.current?.focus(), [])
  const found = data === undefined ? [] : matching(data.clauses, filter)
  return (
    <Page title="条款对照表" note="两个文件中有要求的每一句话，由程序的哪一部分落实">
      <Group mb="sm" align="end">
        <SegmentedControl
          aria-label="文件"
          value={filter.regulation}
          onChange={(value) =>
            setFilter({ ...filter, regulation: value === '办法' || value === '制度' ? value : 'all' })
          }
          data={[
            { value: 'all', label: '全部' },
            { value: '办法', label: REGULATION_TITLES.办法 },
            { value: '制度', label: REGULATION_TITLES.制度 },
          ]}
        />
        <TextInput
          ref={field}
          aria-label="查找条款"
          placeholder="条款号、原文、单位或做法"
          w={320}
          value={filter.text}
          onChange={(event) => setFilter({ ...filter, text: event.currentTarget.value })}
        />
        {data !== undefined && (
          <Text c="dimmed" role="status">
            {found.length} 条
          </Text>
        )}
      </Group>
      <Failure error={error} onRetry={() => void refetch()} />
      {isPending && <Loader aria-label="正在打开条款对照表" />}
      {data !== undefined && found.length === 0 && <Text>没有符合的条款，可以少写几个字再查。</Text>}
      {found.length > 0 && <Table clauses={found} typed={filter.text} />}
      {data !== undefined && (
        <>
          <details className={classes['more']}>
            <summary>没有对应做法的文字（{data.without.length} 处）</summary>
            <ul>
              {data.without.map(({ regulation, quote, why }) => (
                <li key={`${regulation}${quote}${why}`}>
                  {regulation}：“{quote}”——{why}
                </li>
              ))}
            </ul>
          </details>
          {data.regulations.map(({ name, title, text }) => (
            <details key={name} className={classes['more']}>
              <summary>{title}全文</summary>
              <div className={classes['text']}>{text}</div>
            </details>
          ))}
        </>
      )}
    </Page>
  )
}

function Table({ clauses, typed }: { readonly clauses: readonly Clause[]; readonly typed: string }) {
  return (
    <table className={classes['table']}>
      <thead>
        <tr>
          <th scope="col">条款</th>
          <th scope="col">原文</th>
          <th scope="col">谁来做</th>
          <th scope="col">程序怎样落实</th>
          <th scope="col">在哪里</th>
        </tr>
      </thead>
      <tbody>
        {clauses.map((clause) => (
          <tr key={clause.id}>
            <td className={classes['id']}>
              <Matched text={clause.id} typed={typed} />
            </td>
            <td>
              <Matched text={clause.quote} typed={typed} />
            </td>
            <td>
              <Matched text={clause.who} typed={typed} />
            </td>
            <td>
              <Matched text={clause.does} typed={typed} />
              <CarriedBy clause={clause} />
            </td>
            <td className={classes['where']}>
              <Anchor component={Link} href={clause.screen.path}>
                {clause.screen.words}
              </Anchor>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
