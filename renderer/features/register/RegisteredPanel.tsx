import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { Answer } from '../../../shared/contract/api.ts'
import type { Route } from '../../../shared/domain/petition.ts'
import { Failure } from '../../ui/Failure.tsx'
import { Page } from '../../ui/Page.tsx'
import { PrintDocument } from '../../ui/PrintDocument.tsx'
import { DocumentDialog } from '../../ui/paper/DocumentDialog.tsx'
import { FontNote } from '../../ui/paper/FontNote.tsx'
import { useShortcut } from '../../ui/shortcuts.tsx'
import { NextStep } from '../../ui/steps/NextStep.tsx'
import classes from './register.module.css'

export type Registered = {
  readonly answer: Answer<'visits.register'>
  /** What was meant to happen with each petition. */
  readonly plans: readonly (Route | null)[]
  /** Print the papers at once. */
  readonly print: boolean
}

type Props = { readonly registered: Registered; readonly onNext: () => void }

/** After saving: the numbers, the due days, the papers, and the next step with one key. */
export function RegisteredPanel({ registered: { answer, plans, print }, onNext }: Props) {
  const ids = answer.documents.map(({ id }) => id)
  const [printing, setPrinting] = useState<readonly string[]>(print ? ids : [])
  const [failure, setFailure] = useState<unknown>(null)
  const [shown, setShown] = useState<string | null>(null)
  const [done, setDone] = useState<readonly string[]>([])
  const current = answer.petitions.find(({ number }) => !done.includes(number)) ?? null
  const first = printing[0]

  function printAll() {
    setFailure(null)
    setPrinting(ids)
  }

  useShortcut('Ctrl+P', '打印登记表和回执', printAll)

  return (
    <Page
      title="已登记"
      note={`来访编号 ${answer.visit}`}
      actions={
        <Button onClick={onNext} title="F2" variant={current === null ? 'filled' : 'default'}>
          登记下一位 F2
        </Button>
      }
    >
      <Stack className={classes['result'] ?? ''}>
        <Failure error={failure} />
        {answer.petitions.map(({ number }, index) => (
          <NextStep
            key={number}
            number={number}
            plan={plans[index] ?? null}
            current={number === current?.number}
            onDone={() => setDone((all) => [...all, number])}
            onShow={setShown}
          />
        ))}
        <section aria-label="文书">
          <Group gap="xs">
            <Text>本次的文书：</Text>
            {answer.documents.map(({ id, kindName }) => (
              <Button key={id} variant="default" onClick={() => setShown(id)}>
                {kindName}
              </Button>
            ))}
            <Button variant="default" onClick={printAll} loading={first !== undefined} title="Ctrl+P">
              全部打印 Ctrl+P
            </Button>
          </Group>
        </section>
        {print && <FontNote ids={ids} printed={first === undefined} />}
      </Stack>
      {first !== undefined && (
        <PrintDocument
          key={first}
          id={first}
          onPrinted={() => setPrinting((all) => all.slice(1))}
          onFailed={(error) => {
            setPrinting([])
            setFailure(error)
          }}
        />
      )}
      <DocumentDialog id={shown} onClose={() => setShown(null)} />
    </Page>
  )
}
