import { Text } from '@mantine/core'
import { useToday } from '../../bridge/desk-context.tsx'
import { InstantText } from '../../ui/DayText.tsx'
import classes from './archive.module.css'
import { type Batch, batchSentence, targetText } from './archive-words.ts'

/** The newest batches first, with its state in words. */
export function BatchTable({ batches }: { readonly batches: readonly Batch[] }) {
  const today = useToday()
  if (batches.length === 0) {
    return <Text c="dimmed">还没有封装过批次。点“封装并送出”后，这里列出每一批和它的回执。</Text>
  }
  const oldest = batches.at(-1)?.number ?? 1
  return (
    <>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">批次</th>
            <th scope="col">状态</th>
            <th scope="col" className={classes['figure']}>
              记录
            </th>
            <th scope="col" className={classes['figure']}>
              文书
            </th>
            <th scope="col">日志序号</th>
            <th scope="col">封装时间</th>
            <th scope="col">去向</th>
            <th scope="col">说明</th>
          </tr>
        </thead>
        <tbody>
          {batches.map((batch) => (
            <tr key={batch.number}>
              <td>第 {batch.number} 批</td>
              <td className={batch.state === 'refused' ? classes['refused'] : ''}>
                {batchSentence(batch, today)}
              </td>
              <td className={classes['figure']}>{batch.entries}</td>
              <td className={classes['figure']}>{batch.documents}</td>
              <td>
                {batch.fromSeq}—{batch.toSeq}
              </td>
              <td>
                <InstantText at={batch.sealedAt} />
              </td>
              <td>{batch.archive === '' ? '—' : targetText(batch.archive)}</td>
              <td className={classes['reason']}>{batch.reason === '' ? '—' : batch.reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {oldest > 1 && (
        <Text c="dimmed" mt={4}>
          这里列出最近 {batches.length} 批；第 {oldest - 1} 批和更早的，请导出 Excel 查看。
        </Text>
      )}
    </>
  )
}
