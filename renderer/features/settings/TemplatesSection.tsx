import { Anchor, Loader, Text } from '@mantine/core'
import { useState } from 'react'
import type { Answer } from '../../../shared/contract/api.ts'
import { useDeskQuery } from '../../bridge/use-desk-query.ts'
import { InstantText } from '../../ui/DayText.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { classes } from './classes.ts'
import { TemplateDialog } from './TemplateDialog.tsx'

type Kind = Answer<'templates.list'>['kinds'][number]

/** 文书模板: which layout each kind of paper is issued with; a kind's name opens its template. */
export function TemplatesSection() {
  const list = useDeskQuery('templates.list', undefined)
  const [open, setOpen] = useState<string | null>(null)
  const kinds = list.data?.kinds ?? []
  const own = kinds.filter(({ chosen }) => chosen !== null).length
  return (
    <>
      <Text c="dimmed" mb="xs" maw={900}>
        文书按系统版式印发；也可以换成本单位的 Word 模板：先导出起始模板，在 Word 或 WPS
        里调整后上传，检查通过再启用。已经印发的文书不受影响。
      </Text>
      <Failure error={list.error} onRetry={() => void list.refetch()} />
      {list.isPending && <Loader aria-label="正在读取文书模板" />}
      {list.data !== undefined && (
        <>
          <Text role="status" mb="xs">
            {own === 0 ? '全部文书使用系统版式。' : `${own} 种文书使用本单位模板，其余使用系统版式。`}
          </Text>
          <KindTable kinds={kinds} onOpen={setOpen} />
        </>
      )}
      {open !== null && <TemplateDialog kind={open} onClose={() => setOpen(null)} />}
    </>
  )
}

function KindTable({
  kinds,
  onOpen,
}: {
  readonly kinds: readonly Kind[]
  readonly onOpen: (kind: string) => void
}) {
  return (
    <table className={classes['table']}>
      <thead>
        <tr>
          <th scope="col">文书</th>
          <th scope="col">现用版式</th>
          <th scope="col">启用时间</th>
          <th scope="col">启用人</th>
          <th scope="col">已有版本</th>
        </tr>
      </thead>
      <tbody>
        {kinds.map(({ kind, name, chosen, chosenAt, chosenBy, versions }) => (
          <tr key={kind}>
            <td>
              <Anchor component="button" type="button" onClick={() => onOpen(kind)}>
                {name}
              </Anchor>
            </td>
            <td>{chosen === null ? '系统版式' : `本单位模板第${chosen}版`}</td>
            <td>{chosenAt === null ? '' : <InstantText at={chosenAt} />}</td>
            <td>{chosenBy}</td>
            <td>{versions === 0 ? '' : `${versions} 版`}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
