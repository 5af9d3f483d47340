import { List, Stack, Text } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { Answer } from '../../../shared/contract/api.ts'
import { useDesk } from '../../bridge/desk-context.tsx'
import { ConfirmDialog } from '../ConfirmDialog.tsx'

type Found = Answer<'fonts.preflight'>
type Asked = { readonly found: Found; readonly answer: (goOn: boolean) => void }

const MOST_NAMED = 12

/** Before the first print on this PC: what will not look as it should, once, until something changes. */
export function useFontPreflight(): {
  /** True when the papers may be printed. */
  readonly check: (ids: readonly string[]) => Promise<boolean>
  readonly dialog: ReactNode
} {
  const desk = useDesk()
  const [asked, setAsked] = useState<Asked | null>(null)

  async function check(ids: readonly string[]): Promise<boolean> {
    const found = await desk('fonts.preflight', { ids: [...ids] }).catch(() => null)
    // What cannot be checked is no reason not to print.
    if (found === null || found.known) return true
    const goOn = await new Promise<boolean>((answer) => setAsked({ found, answer }))
    setAsked(null)
    if (goOn) await desk('fonts.acknowledge', { characters: found.lacking.map(({ character }) => character) })
    return goOn
  }

  return { check, dialog: asked === null ? null : <PreflightDialog {...asked} /> }
}

function PreflightDialog({ found: { standIns, lacking }, answer }: Asked) {
  const named = lacking.slice(0, MOST_NAMED)
  return (
    <ConfirmDialog
      opened
      onClose={() => answer(false)}
      title="打印前请看一下字体"
      confirmLabel="已知晓，继续"
      onConfirm={() => answer(true)}
      consequence={
        <Stack gap="xs">
          {standIns.length > 0 && (
            <>
              <Text>本机缺少公文要求的字体，打印时由别的字体代替，版式不变，字形略有不同：</Text>
              <List size="sm">
                {standIns.map(({ font, by }) => (
                  <List.Item key={font}>
                    {font}，由 {by} 代替
                  </List.Item>
                ))}
              </List>
            </>
          )}
          {lacking.length > 0 && (
            <>
              <Text>这些字在所用的字体中没有，可能印成方框或别的字形，打印后请核对：</Text>
              <List size="sm">
                {named.map(({ character, font }) => (
                  <List.Item key={font + character}>
                    {character}（{codeOf(character)}），字体 {font}
                  </List.Item>
                ))}
              </List>
              {lacking.length > named.length && (
                <Text size="sm">还有 {lacking.length - named.length} 个字。</Text>
              )}
            </>
          )}
          <Text size="sm" c="dimmed">
            {standIns.length > 0 && '使用代用字体会记入这份文书的取用记录。'}
            字体的取得和安装办法见“设置—字体”。字体没有变化时不再提示。
          </Text>
        </Stack>
      }
    />
  )
}

/** As font makers name a character: U+20BB7. */
function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
