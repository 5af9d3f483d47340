import { Button } from '@mantine/core'
import { useState } from 'react'
import type { Answer } from '../../../shared/contract/api.ts'
import { COLLECTED_AS } from '../../../shared/domain/coordination.ts'
import { useDeskQuery } from '../../bridge/use-desk-query.ts'
import { CollectDialog } from '../../ui/CollectDialog.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { LineTable, Part } from './parts.tsx'
import { TextDialog } from './TextDialog.tsx'

type Waiting = Answer<'basket.list'>['waiting'][number]
type Suggested = Answer<'basket.list'>['suggested'][number]

/** 重点、难点、热点 that wait to be discussed, and what the record says should be. */
export function Basket() {
  const { data, error, refetch } = useDeskQuery('basket.list', undefined)
  const [adding, setAdding] = useState<Suggested | null>(null)
  const [removing, setRemoving] = useState<Waiting | null>(null)
  return (
    <>
      <Failure error={error} onRetry={() => void refetch()} />
      {data !== undefined && (
        <>
          <Part title="待会商" note="重点、难点、热点问题（《信息沟通实施办法》三2）">
            <LineTable
              label="待会商"
              saysHead="列入原因"
              empty="没有等待会商的事项。在事项页按“列入会商”，或从下面的建议中列入。"
              rows={data.waiting.map((each) => ({
                line: each.line,
                says: `${COLLECTED_AS[each.as]}：${each.reason}${each.meeting === null ? '' : '（已列入会议）'}`,
                actions: each.meeting === null && (
                  <Button size="compact-sm" variant="default" onClick={() => setRemoving(each)}>
                    移出
                  </Button>
                ),
              }))}
            />
          </Part>
          <Part title="建议会商" note="按逾期、退回、重办、重复和集体访从记录中提出">
            <LineTable
              label="建议会商"
              saysHead="提出的理由"
              empty="没有需要提出的事项。"
              rows={data.suggested.map((each) => ({
                line: each.line,
                says: each.why.join('、'),
                actions: (
                  <Button size="compact-sm" variant="default" onClick={() => setAdding(each)}>
                    列入会商
                  </Button>
                ),
              }))}
            />
          </Part>
        </>
      )}
      {adding !== null && (
        <CollectDialog
          number={adding.line.number}
          reason={adding.why.join('、')}
          onClose={() => setAdding(null)}
        />
      )}
      {removing !== null && (
        <TextDialog
          method="basket.remove"
          title={`移出会商：${removing.line.number}`}
          label="移出的原因"
          submitLabel="移出会商"
          path="reason"
          inputOf={(reason) => ({ number: removing.line.number, reason })}
          onClose={() => setRemoving(null)}
        />
      )}
    </>
  )
}
