import { Anchor, Button, Text } from '@mantine/core'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import type { Answer } from '../../../shared/contract/api.ts'
import { APPEAL_RESULTS, PROCEDURES } from '../../../shared/domain/channel-work.ts'
import { useHasRole } from '../../bridge/desk-context.tsx'
import { useDeskQuery } from '../../bridge/use-desk-query.ts'
import { DayText } from '../../ui/DayText.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { useShortcut } from '../../ui/shortcuts.tsx'
import { AppealDecideDialog, AppealTellDialog } from './AppealDialogs.tsx'
import { MaybeDay } from './ChannelsTab.tsx'
import { classes } from './classes.ts'

export type Appeal = Answer<'appeals.list'>[number]
type Open = { readonly step: 'decide' | 'tell'; readonly appeal: Appeal }

/** 申诉 and 复核: what the committees have to decide, by when, and what has been told. */
export function AppealsTab() {
  const [, navigate] = useLocation()
  const [open, setOpen] = useState<Open | null>(null)
  const { data, error, refetch } = useDeskQuery('appeals.list', undefined)
  const mayWrite = useHasRole('receptionist', 'clerk')
  useShortcut('S', '登记学生申诉', () => navigate('/channels/short/XSSS'), { enabled: mayWrite })
  useShortcut('F', '登记教职工复核', () => navigate('/channels/short/JZGFH'), { enabled: mayWrite })
  if (data === undefined) return <Failure error={error} onRetry={() => void refetch()} />
  return (
    <>
      <Text c="dimmed" mb="xs">
        学生申诉由学生申诉处理委员会 15
        日内作出复查结论（教育部令第41号第六十一条）；教职工复核由教职工复核委员会办理，期限在“设置”里。
      </Text>
      {data.length === 0 && (
        <Text>还没有申诉和复核。{mayWrite && '按 S 登记学生申诉，按 F 登记教职工复核。'}</Text>
      )}
      {data.length > 0 && (
        <table className={classes['table']}>
          <thead>
            <tr>
              <th scope="col">编号</th>
              <th scope="col">类别</th>
              <th scope="col">申请人</th>
              <th scope="col">不服的决定</th>
              <th scope="col">提出</th>
              <th scope="col">到期</th>
              <th scope="col">结论</th>
              <th scope="col">告知本人</th>
              {mayWrite && <th scope="col">下一步</th>}
            </tr>
          </thead>
          <tbody>
            {data.map((appeal) => (
              <tr key={appeal.petition}>
                <td className={classes['short']}>
                  <Anchor component={Link} href={`/petitions/${appeal.petition}`}>
                    {appeal.petition}
                  </Anchor>
                </td>
                <td className={classes['short']}>{PROCEDURES[appeal.procedure]}</td>
                <td>{appeal.petitioner}</td>
                <td>
                  {appeal.decision}
                  {appeal.late !== null && <div className={classes['late']}>{appeal.late}</div>}
                </td>
                <td className={classes['short']}>
                  <DayText day={appeal.filedOn} />
                </td>
                <td className={classes['short']}>
                  <MaybeDay day={appeal.due?.dueOn ?? null} />
                </td>
                <td>{appeal.result === null ? '—' : APPEAL_RESULTS[appeal.result]}</td>
                <td className={classes['short']}>
                  <MaybeDay day={appeal.toldOn} />
                </td>
                {mayWrite && (
                  <td className={classes['short']}>
                    <NextAppealStep appeal={appeal} onOpen={setOpen} />
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {open?.step === 'decide' && <AppealDecideDialog appeal={open.appeal} onClose={() => setOpen(null)} />}
      {open?.step === 'tell' && <AppealTellDialog appeal={open.appeal} onClose={() => setOpen(null)} />}
    </>
  )
}

function NextAppealStep({ appeal, onOpen }: { appeal: Appeal; onOpen: (open: Open) => void }) {
  if (appeal.toldOn !== null) return '—'
  const step = appeal.concludedOn === null ? 'decide' : 'tell'
  const label = step === 'decide' ? '记录结论' : '告知本人'
  return (
    <Button
      size="compact-sm"
      variant="default"
      aria-label={`${label}：${appeal.petition}`}
      onClick={() => onOpen({ step, appeal })}
    >
      {label}
    </Button>
  )
}
