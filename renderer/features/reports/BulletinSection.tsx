import { Button, Group, Text, Title } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useHasRole } from '../../bridge/desk-context.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { saveFile } from '../../ui/paper/save-file.ts'
import { useShortcut } from '../../ui/shortcuts.tsx'
import { drawBulletin } from './bulletin-picture.ts'
import type { Figures } from './figures.ts'
import { type Chosen, PeriodPicker } from './PeriodPicker.tsx'
import { ReportActions } from './ReportActions.tsx'
import classes from './reports.module.css'
import { useFigures } from './use-figures.ts'

/** 工作群通报: as text to paste, as a picture and as a paper; none of them names a person. */
export function BulletinSection() {
  const [chosen, setChosen] = useState<Chosen>({ kind: 'week', period: null })
  const mayReport = useHasRole('clerk', 'admin')
  const { figures, error, retry, waiting } = useFigures(chosen.period)
  return (
    <>
      <div className={classes['controls']}>
        <PeriodPicker chosen={chosen} onChoose={setChosen} />
        {mayReport && chosen.period !== null && (
          <ReportActions asked={{ report: 'bulletin', period: chosen.period }} />
        )}
      </div>
      <Failure error={error} onRetry={retry} />
      {waiting !== null && <Text role="status">{waiting}</Text>}
      {figures !== undefined && <Bulletin bulletin={figures.bulletin} />}
    </>
  )
}

function Bulletin({ bulletin }: { readonly bulletin: Figures['bulletin'] }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const text = useRef<HTMLPreElement>(null)
  const [said, setSaid] = useState('')
  useEffect(() => {
    if (canvas.current !== null) drawBulletin(canvas.current, bulletin)
  }, [bulletin])

  async function copy() {
    try {
      await navigator.clipboard.writeText(bulletin.text)
      setSaid('文字已复制，可以粘贴到工作群。')
    } catch {
      // The clipboard may be closed to pages: what is marked can still be copied by hand.
      if (text.current !== null) getSelection()?.selectAllChildren(text.current)
      setSaid('这台电脑不允许程序复制，文字已选中，请按 Ctrl+C。')
    }
  }

  function save() {
    canvas.current?.toBlob((picture) => {
      if (picture === null) return
      saveFile(`${bulletin.title}.png`, picture)
      setSaid('图片已交给下载。')
    }, 'image/png')
  }

  useShortcut('C', '复制通报文字', () => void copy())
  useShortcut('P', '保存通报图片', save)

  return (
    <>
      <Group gap="xs" mb="sm">
        <Button onClick={() => void copy()} title="C">
          复制文字
        </Button>
        <Button variant="default" onClick={save} title="P">
          保存图片
        </Button>
        <Text role="status">{said}</Text>
      </Group>
      <Text c="dimmed" mb="sm">
        只写编号、分类和单位，不写标题和姓名；检举控告不列入名单。
      </Text>
      <div className={classes['columns']}>
        <section>
          <Title order={2} mb="xs">
            文字
          </Title>
          <pre ref={text} className={classes['bulletin']}>
            {bulletin.text}
          </pre>
        </section>
        <section>
          <Title order={2} mb="xs">
            图片
          </Title>
          <canvas ref={canvas} className={classes['picture']} role="img" aria-label={bulletin.title} />
        </section>
      </div>
    </>
  )
}
