import { Button, Group, List, Loader, Stack, Text, Title } from '@mantine/core'
import type { Answer } from '../../../shared/contract/api.ts'
import { FONT_USES, fontSource, installSteps } from '../../../shared/documents/font-help.ts'
import { useDeskQuery } from '../../bridge/use-desk-query.ts'
import { Failure } from '../../ui/Failure.tsx'
import { useShortcut } from '../../ui/shortcuts.tsx'
import { classes } from './classes.ts'

type Check = Answer<'fonts.check'>
type Font = Check['fonts'][number]

/** The fonts official papers ask for: which are on this PC, what stands in, and how to get the others. */
export function FontsSection() {
  const check = useDeskQuery('fonts.check', undefined, { fresh: true })
  const again = () => void check.refetch()
  useShortcut('R', '重新检查字体', again)
  return (
    <Stack gap="md" maw={980}>
      <Group justify="space-between" wrap="nowrap">
        <Text c="dimmed">
          公文按《党政机关公文格式》（GB/T
          9704-2012）使用下列字体。程序不附带字体；缺少时由本机已有的字体代替，打印前提示，并记入取用记录。
        </Text>
        <Button onClick={again} loading={check.isFetching} title="R">
          重新检查
        </Button>
      </Group>
      <Failure error={check.error} onRetry={again} />
      {check.isPending && <Loader aria-label="正在检查字体" />}
      {check.data !== undefined && <Result check={check.data} />}
    </Stack>
  )
}

function Result({ check: { fonts, platform, files, unreadable } }: { readonly check: Check }) {
  const wanting = fonts.filter(({ state }) => state !== 'present')
  return (
    <>
      <Text role="status">
        {wanting.length === 0 ? '公文要求的字体本机都有。' : `公文要求的字体本机缺少 ${wanting.length} 种。`}
        共检查 {files} 个字体文件{unreadable > 0 && `，其中 ${unreadable} 个读不出来`}。
      </Text>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">用于</th>
            <th scope="col">字体</th>
            <th scope="col">依据</th>
            <th scope="col">本机</th>
          </tr>
        </thead>
        <tbody>
          {fonts.map((font) => (
            <tr key={font.role}>
              <td>{FONT_USES[font.role]}</td>
              <td>{font.font}</td>
              <td>{font.clause}</td>
              <td>{inWords(font)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {wanting.length > 0 && <HowToInstall fonts={wanting} platform={platform} />}
    </>
  )
}

function inWords({ state, drawnBy, font }: Font): string {
  if (state === 'present') return drawnBy === font ? '已安装' : `已安装（${drawnBy}）`
  return drawnBy === null ? '没有，也没有合适的代用字体，由系统选用' : `没有，由 ${drawnBy} 代替`
}

function HowToInstall({
  fonts,
  platform,
}: {
  readonly fonts: readonly Font[]
  readonly platform: Check['platform']
}) {
  return (
    <section aria-label="取得和安装">
      <Title order={2}>取得和安装</Title>
      <List my="xs">
        {fonts.map(({ role }) => (
          <List.Item key={role}>{fontSource(role)}</List.Item>
        ))}
      </List>
      <Text>安装步骤：</Text>
      <List type="ordered">
        {installSteps(platform).map((step) => (
          <List.Item key={step}>{step}</List.Item>
        ))}
      </List>
    </section>
  )
}
