import { Button, Menu } from '@mantine/core'
import { useHasRole } from '../../../bridge/desk-context.tsx'

/** 遮盖件 at its two levels, the untouched bytes once more, or the end of the paper. */
export type OtherForm = 'masked' | 'accused' | 'original' | 'void'

type Props = {
  readonly voided: boolean
  /** The petitioner asked for confidence: the copy for the accused is named first. */
  readonly confidential: boolean
  readonly onChoose: (form: OtherForm) => void
}

/** What a paper is taken as besides the plain one. */
export function OtherFormsMenu({ voided, confidential, onChoose }: Props) {
  const office = useHasRole('clerk', 'admin')
  if (voided) return null
  const levels = confidential ? (['accused', 'masked'] as const) : (['masked', 'accused'] as const)
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default">取用其他形式…</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {levels.map((level) => (
          <Menu.Item key={level} onClick={() => onChoose(level)}>
            {LEVEL_WORDS[level]}…
          </Menu.Item>
        ))}
        {office && (
          <>
            <Menu.Divider />
            <Menu.Item onClick={() => onChoose('original')}>重取原件…</Menu.Item>
            <Menu.Item onClick={() => onChoose('void')}>作废…</Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}

export const LEVEL_WORDS = {
  masked: '遮盖件：姓名、号码、住址只留首尾',
  accused: '遮盖件：给被反映人，不留反映人任何信息',
} as const
