import { Text } from '@mantine/core'
import type { Answer } from '../../../../shared/contract/api.ts'
import { InstantText } from '../../DayText.tsx'
import table from '../../table.module.css'
import classes from './other-forms.module.css'

type Props = { readonly takings: Answer<'register.record'>['takings'] }

const HOW = {
  print: '打印',
  save: '另存',
  open: '用 Word 打开',
  pdf: '存为 PDF',
} as const

/** 取用记录: who had the paper, when, in which form and why. */
export function DocumentRecord({ takings }: Props) {
  if (takings.length === 0) return <Text c="dimmed">还没有人取用过。</Text>
  return (
    <table className={`${table['table']} ${classes['record']}`}>
      <thead>
        <tr>
          <th scope="col">时间</th>
          <th scope="col">取用人</th>
          <th scope="col">形式</th>
          <th scope="col">方式</th>
          <th scope="col">原因和字体</th>
        </tr>
      </thead>
      <tbody>
        {takings.map(({ at, by, form, how, reason, standIns }, index) => (
          <tr key={`${at} ${index}`}>
            <td>
              <InstantText at={at} />
            </td>
            <td>{by}</td>
            <td>{form}</td>
            <td>{HOW[how]}</td>
            <td>
              {reason}
              {standIns !== '' && <div>{standIns}</div>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
