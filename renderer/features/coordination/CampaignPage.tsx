import { Anchor, Button, Loader, Text } from '@mantine/core'
import { useState } from 'react'
import { Link, useParams } from 'wouter'
import type { Answer } from '../../../shared/contract/api.ts'
import { useHasRole } from '../../bridge/desk-context.tsx'
import { useDeskQuery } from '../../bridge/use-desk-query.ts'
import { DayText } from '../../ui/DayText.tsx'
import { ExportButton } from '../../ui/ExportButton.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { Page } from '../../ui/Page.tsx'
import { DocumentDialog } from '../../ui/paper/DocumentDialog.tsx'
import { useShortcut } from '../../ui/shortcuts.tsx'
import { CampaignDialog } from './CampaignDialog.tsx'
import { classes } from './classes.ts'
import { PaperDialog } from './PaperDialog.tsx'
import { Facts, Part, useNames } from './parts.tsx'
import { TextDialog } from './TextDialog.tsx'

type Campaign = Answer<'campaigns.open'>
type Open = 'edit' | 'progress' | 'finish' | 'paper' | 'issued' | { readonly step: number } | null

/** One campaign from its plan to its result. */
export function CampaignPage() {
  const { id } = useParams<{ id: string }>()
  const { data, error, isPending, refetch } = useDeskQuery('campaigns.open', { id })
  useShortcut('Escape', '返回', () => window.history.back())
  if (data === undefined)
    return (
      <Page title="专项治理">
        {isPending && <Loader aria-label="正在打开专项治理" />}
        <Failure error={error} onRetry={() => void refetch()} />
      </Page>
    )
  return <OpenCampaign campaign={data} />
}

function OpenCampaign({ campaign }: { readonly campaign: Campaign }) {
  const [open, setOpen] = useState<Open>(null)
  const { unit, units } = useNames()
  return (
    <Page
      title={campaign.title}
      note={campaign.finishedOn === null ? '专项治理，进行中' : '专项治理，已总结'}
      actions={
        <>
          <ExportButton asked={{ list: 'campaign', id: campaign.id }} />
          <Actions campaign={campaign} onOpen={setOpen} />
        </>
      }
    >
      <Facts
        rows={[
          ['问题与成因', campaign.background === '' ? '—' : campaign.background],
          ['治理目标', campaign.goal],
          ['牵头单位', unit(campaign.leadUnit)],
          ['协办单位', units(campaign.assistUnits)],
          [
            '起止',
            <>
              <DayText day={campaign.fromOn} />—<DayText day={campaign.toOn} />
            </>,
          ],
          ['共性问题', <Groups key="groups" groups={campaign.groups} />],
          ['相关事项', `${campaign.petitions} 件，已有结果 ${campaign.settledPetitions} 件`],
          ...(campaign.finishedOn === null
            ? []
            : ([
                [
                  '治理成效',
                  <>
                    <DayText day={campaign.finishedOn} />：{campaign.result}
                  </>,
                ],
              ] as const)),
        ]}
      />
      <Plan campaign={campaign} onFinish={(step) => setOpen({ step })} />
      <Part title="进展情况">
        {campaign.notes.length === 0 && <Text c="dimmed">还没有记录进展。</Text>}
        {campaign.notes.map((note) => (
          <div key={`${note.on}${note.text}`} className={classes['item']}>
            <DayText day={note.on} /> {note.by}：{note.text}
          </div>
        ))}
      </Part>
      <Dialogs campaign={campaign} open={open} onClose={() => setOpen(null)} />
    </Page>
  )
}

function Actions({
  campaign,
  onOpen,
}: {
  readonly campaign: Campaign
  readonly onOpen: (open: Open) => void
}) {
  const runs = useHasRole('clerk') && campaign.finishedOn === null
  const done = campaign.doneSteps === campaign.steps
  useShortcut('E', '修改方案', () => onOpen('edit'), { enabled: runs })
  useShortcut('J', '记录进展', () => onOpen('progress'), { enabled: runs })
  useShortcut('Y', '专项治理方案', () => onOpen('paper'))
  return (
    <>
      {campaign.document !== null && (
        <Button variant="subtle" onClick={() => onOpen('issued')}>
          已印发的方案
        </Button>
      )}
      {runs && (
        <>
          <Button variant="default" onClick={() => onOpen('edit')} title="E">
            修改方案
          </Button>
          <Button variant="default" onClick={() => onOpen('progress')} title="J">
            记录进展
          </Button>
          {done && (
            <Button variant="default" onClick={() => onOpen('finish')}>
              总结成效
            </Button>
          )}
        </>
      )}
      <Button onClick={() => onOpen('paper')} title="Y">
        专项治理方案
      </Button>
    </>
  )
}

function Groups({ groups }: Pick<Campaign, 'groups'>) {
  if (groups.length === 0) return '没有关联'
  return groups.map(({ id, title, petitions }) => (
    <Anchor key={id} component={Link} href={`/coordination/problems/${id}`}>
      {title}（{petitions} 件）{' '}
    </Anchor>
  ))
}

function Plan({
  campaign,
  onFinish,
}: {
  readonly campaign: Campaign
  readonly onFinish: (step: number) => void
}) {
  const { unit } = useNames()
  const mayFinish = useHasRole('clerk') && campaign.finishedOn === null
  return (
    <Part title="工作步骤" note={`完成 ${campaign.doneSteps}／${campaign.steps}`}>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">步骤</th>
            <th scope="col">工作内容</th>
            <th scope="col">责任单位</th>
            <th scope="col">完成日期</th>
            <th scope="col">完成情况</th>
          </tr>
        </thead>
        <tbody>
          {campaign.plan.map((step, index) => (
            <tr key={`${step.what}${step.unit}${step.dueOn}`}>
              <td className={classes['short']}>{index + 1}</td>
              <td>{step.what}</td>
              <td className={classes['short']}>{unit(step.unit)}</td>
              <td className={classes['short']}>
                <DayText day={step.dueOn} />
                {step.late && <span className={classes['late']}> 已过期</span>}
              </td>
              <td>
                {step.doneOn !== null ? (
                  <>
                    <DayText day={step.doneOn} />：{step.result}
                  </>
                ) : mayFinish ? (
                  <Anchor component="button" type="button" onClick={() => onFinish(index)}>
                    记录完成情况
                  </Anchor>
                ) : (
                  '尚未完成'
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Part>
  )
}

type DialogsProps = { readonly campaign: Campaign; readonly open: Open; readonly onClose: () => void }

function Dialogs({ campaign, open, onClose }: DialogsProps) {
  const { id } = campaign
  if (open === null) return null
  if (typeof open === 'object')
    return (
      <TextDialog
        method="campaigns.finishStep"
        title={`第 ${open.step + 1} 步完成情况`}
        about={campaign.plan[open.step]?.what}
        label="完成情况"
        submitLabel="记为已完成"
        path="result"
        inputOf={(result) => ({ id, step: open.step, result })}
        onClose={onClose}
      />
    )
  switch (open) {
    case 'edit':
      return <CampaignDialog id={id} start={startOf(campaign)} onClose={onClose} onSaved={() => {}} />
    case 'progress':
      return (
        <TextDialog
          method="campaigns.progress"
          title="记录进展"
          label="进展情况"
          submitLabel="记录进展"
          path="text"
          inputOf={(text) => ({ id, text })}
          onClose={onClose}
        />
      )
    case 'finish':
      return (
        <TextDialog
          method="campaigns.finish"
          title="总结成效"
          about="总结后不能再改动方案、步骤和进展。"
          label="治理成效"
          submitLabel="总结"
          path="result"
          inputOf={(result) => ({ id, result })}
          onClose={onClose}
        />
      )
    case 'paper':
      return <PaperDialog of="campaigns" id={id} name="专项治理方案" onClose={onClose} />
    case 'issued':
      return <DocumentDialog id={campaign.document?.id ?? null} onClose={onClose} />
  }
}

function startOf(campaign: Campaign) {
  return {
    ...campaign,
    groups: campaign.groups.map((group) => group.id),
    steps: campaign.plan.map(({ what, unit, dueOn }, key) => ({ key, what, unit, dueOn })),
  }
}
