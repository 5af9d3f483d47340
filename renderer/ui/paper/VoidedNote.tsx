import { Alert, Anchor, Text } from '@mantine/core'
import { Fragment } from 'react'
import type { Answer } from '../../../shared/contract/api.ts'
import { DayText } from '../DayText.tsx'

type Line = Answer<'documents.show'>['line']
type Named = { readonly id: string; readonly name: string }

type Props = {
  readonly line: Pick<Line, 'voided' | 'replaces'>
  /** Opens the other paper in the place of this one. */
  readonly onFollow: (id: string) => void
}

/** 已作废、由…代替, or 代替…: nobody may take the paper for one that counts, nor miss the one that does. */
export function VoidedNote({ line: { voided, replaces }, onFollow }: Props) {
  return (
    <>
      {voided !== null && (
        <Alert color="red" variant="outline" title="已作废">
          {voided.by}于 <DayText day={voided.on} /> 作废：{voided.reason.replace(/。$/u, '')}。
          {voided.replacedBy !== null && (
            <>
              由
              <Follow paper={voided.replacedBy} onFollow={onFollow} />
              代替{voided.replacedBy.voided && '（它也已作废）'}。
            </>
          )}
          取用的每一份都标明“作废件”。
        </Alert>
      )}
      {replaces.length > 0 && (
        <Text size="sm">
          代替已作废的
          {replaces.map((paper, at) => (
            <Fragment key={paper.id}>
              {at > 0 && '、'}
              <Follow paper={paper} onFollow={onFollow} />
            </Fragment>
          ))}
          。
        </Text>
      )}
    </>
  )
}

function Follow({ paper: { id, name }, onFollow }: { readonly paper: Named } & Pick<Props, 'onFollow'>) {
  return (
    <Anchor component="button" type="button" size="sm" underline="always" onClick={() => onFollow(id)}>
      {name}
    </Anchor>
  )
}
