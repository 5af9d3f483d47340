import { Loader, Stack, Text, Title } from '@mantine/core'
import { useEffect } from 'react'
import { useDeskQuery } from '../../bridge/use-desk-query.ts'
import { Failure } from '../../ui/Failure.tsx'
import { useShortcut } from '../../ui/shortcuts.tsx'
import { RatingForm } from './RatingForm.tsx'
import classes from './rating.module.css'

type Props = { readonly number: string }

/**
 * 请反映人评价: fills the window, turned to the petitioner at the counter. It shows the number and the title and
 * nothing else of anybody's; Esc gives the screen back.
 */
export function RatingPage({ number }: Props) {
  const opened = useDeskQuery('petitions.open', { number })
  const back = () => window.history.back()
  useShortcut('Escape', '返回信访事项', back)
  useEffect(() => {
    document.title = '满意度评价 · 信访接待台'
  }, [])

  const petition = opened.data
  return (
    <main className={classes['page']}>
      {petition === undefined ? (
        <>
          {opened.isPending && <Loader aria-label="正在打开" />}
          <Failure error={opened.error} />
        </>
      ) : (
        <Stack gap="lg" className={classes['sheet'] ?? ''}>
          <div>
            <Title order={1} className={classes['title'] ?? ''}>
              请您评价
            </Title>
            <Text size="lg">
              {petition.title}　<span className={classes['number']}>{petition.number}</span>
            </Text>
          </div>
          <RatingForm petition={petition} onBack={back} />
        </Stack>
      )}
    </main>
  )
}
