import { Checkbox, Group, Loader, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { Answer } from '../../../shared/contract/api.ts'
import { useDeskQuery } from '../../bridge/use-desk-query.ts'
import { DayText } from '../../ui/DayText.tsx'
import { ExportButton } from '../../ui/ExportButton.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { classes } from './classes.ts'
import { PetitionLink, useNames } from './parts.tsx'

type Dispute = Answer<'disputes.list'>[number]['disputes'][number]

/** 权属不清、职责交叉、有争议的诉求, collated by category. */
export function DisputesTab() {
  const [settled, setSettled] = useState(false)
  const { data, error, isPending, refetch } = useDeskQuery('disputes.list', { settled }, { keep: true })
  const { category } = useNames()
  return (
    <>
      <Text c="dimmed" mb="xs">
        单位退回后还没有改派、也没有认定由首办单位办理的事项。有争议的由首次接单的单位主责（《接诉即办工作制度》三（一）4）；打开事项可以改派或认定。
      </Text>
      <Group justify="space-between" mb="sm">
        <Checkbox
          label="也列出已经解决的，供归类整理"
          checked={settled}
          onChange={(event) => setSettled(event.currentTarget.checked)}
        />
        <ExportButton asked={{ list: 'disputes', settled }} enabled={data !== undefined && data.length > 0} />
      </Group>
      <Failure error={error} onRetry={() => void refetch()} />
      {isPending && <Loader aria-label="正在打开权属争议" />}
      {data?.length === 0 && (
        <Text>{settled ? '还没有单位退回过事项。' : '现在没有悬而未决的权属争议。'}</Text>
      )}
      {data?.map((group) => (
        <section key={group.category} className={classes['section']} aria-label={category(group.category)}>
          <Title order={2} mb={4}>
            {category(group.category)}（{group.disputes.length} 件）
          </Title>
          <Disputes disputes={group.disputes} />
        </section>
      ))}
    </>
  )
}

function Disputes({ disputes }: { readonly disputes: readonly Dispute[] }) {
  const { unit } = useNames()
  return (
    <table className={classes['table']}>
      <thead>
        <tr>
          <th scope="col">编号</th>
          <th scope="col">标题</th>
          <th scope="col">首办单位</th>
          <th scope="col">退回</th>
          <th scope="col">怎样解决</th>
        </tr>
      </thead>
      <tbody>
        {disputes.map(({ line, firstUnit, returns, outcome }) => (
          <tr key={line.number}>
            <td className={classes['short']}>
              <PetitionLink number={line.number} />
            </td>
            <td>{line.title}</td>
            <td className={classes['short']}>{unit(firstUnit)}</td>
            <td>
              {returns.map((each) => (
                <div key={`${each.on} ${each.unit}`}>
                  <DayText day={each.on} /> {unit(each.unit)}：{each.reason}
                  {each.suggestedUnit !== null && `（建议由${unit(each.suggestedUnit)}办理）`}
                </div>
              ))}
            </td>
            <td>{outcome === '' ? <strong>待认定</strong> : outcome}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
