import { Anchor, Button, Loader, Text } from '@mantine/core'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { useHasRole } from '../../bridge/desk-context.tsx'
import { useDeskQuery } from '../../bridge/use-desk-query.ts'
import { DayText } from '../../ui/DayText.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { useShortcut } from '../../ui/shortcuts.tsx'
import { CampaignDialog, newCampaign } from './CampaignDialog.tsx'
import { classes } from './classes.ts'
import { Part, useNames } from './parts.tsx'

/** 专项治理: those that run first. */
export function CampaignsTab() {
  const { data, error, isPending, refetch } = useDeskQuery('campaigns.list', undefined)
  const mayWrite = useHasRole('clerk')
  const [, navigate] = useLocation()
  const [planning, setPlanning] = useState(false)
  const { unit } = useNames()
  useShortcut('N', '开展专项治理', () => setPlanning(true), { enabled: mayWrite })
  return (
    <Part
      title="专项治理"
      note="对共性和季节性问题集中治理（《接诉即办工作制度》三（二）2）"
      actions={
        mayWrite && (
          <Button onClick={() => setPlanning(true)} title="N">
            开展专项治理
          </Button>
        )
      }
    >
      <Failure error={error} onRetry={() => void refetch()} />
      {isPending && <Loader aria-label="正在打开专项治理" />}
      {data?.length === 0 && (
        <Text c="dimmed">还没有专项治理。在一个共性问题里开展，或者按 N 另行开展。</Text>
      )}
      {data !== undefined && data.length > 0 && (
        <table className={classes['table']}>
          <thead>
            <tr>
              <th scope="col">名称</th>
              <th scope="col">牵头单位</th>
              <th scope="col">起止</th>
              <th scope="col">工作步骤</th>
              <th scope="col">相关事项</th>
              <th scope="col">状态</th>
            </tr>
          </thead>
          <tbody>
            {data.map((campaign) => (
              <tr key={campaign.id}>
                <td>
                  <Anchor component={Link} href={`/coordination/campaigns/${campaign.id}`}>
                    {campaign.title}
                  </Anchor>
                </td>
                <td className={classes['short']}>{unit(campaign.leadUnit)}</td>
                <td className={classes['short']}>
                  <DayText day={campaign.fromOn} />—<DayText day={campaign.toOn} />
                </td>
                <td className={classes['short']}>
                  完成 {campaign.doneSteps}／{campaign.steps}
                  {campaign.lateSteps > 0 && (
                    <span className={classes['late']}>，过期 {campaign.lateSteps}</span>
                  )}
                </td>
                <td className={classes['short']}>
                  {campaign.petitions} 件，已有结果 {campaign.settledPetitions}
                </td>
                <td className={classes['short']}>{campaign.finishedOn === null ? '进行中' : '已总结'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {planning && (
        <CampaignDialog
          id={null}
          start={newCampaign()}
          onClose={() => setPlanning(false)}
          onSaved={(id) => navigate(`/coordination/campaigns/${id}`)}
        />
      )}
    </Part>
  )
}
