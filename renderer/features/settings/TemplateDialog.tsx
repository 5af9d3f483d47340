import { Button, Group, Loader, Stack, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { Answer } from '../../../shared/contract/api.ts'
import { useDesk } from '../../bridge/desk-context.tsx'
import { useDeskMutation } from '../../bridge/use-desk-mutation.ts'
import { useDeskQuery } from '../../bridge/use-desk-query.ts'
import { InstantText } from '../../ui/DayText.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { saveWordFile } from '../../ui/paper/save-file.ts'
import { classes } from './classes.ts'
import { TemplateFields } from './TemplateFields.tsx'
import { TemplateUpload } from './TemplateUpload.tsx'

type Shown = Answer<'templates.show'>
type Props = { readonly kind: string; readonly onClose: () => void }

/** The template of one kind: where to begin, what is in use, every version, and every placeholder. */
export function TemplateDialog({ kind, onClose }: Props) {
  const shown = useDeskQuery('templates.show', { kind })
  const name = shown.data?.name ?? '文书'
  return (
    <Dialog opened onClose={onClose} title={`${name}的模板`} size={900}>
      <Stack gap="lg">
        <Failure error={shown.error} onRetry={() => void shown.refetch()} />
        {shown.isPending && <Loader aria-label="正在读取模板" />}
        {shown.data !== undefined && <Content shown={shown.data} />}
      </Stack>
    </Dialog>
  )
}

function Content({ shown }: { readonly shown: Shown }) {
  const { kind, versions, fields } = shown
  const { take, error, said } = useTaking(kind)
  return (
    <>
      <section aria-label="起始模板">
        <Group gap="xs">
          <Button
            // It appears after the dialog has given the focus away.
            autoFocus
            onClick={() => void take('export', null)}
          >
            导出起始模板
          </Button>
          <Button variant="default" onClick={() => void take('try', null)}>
            试打印系统版式
          </Button>
        </Group>
        <Text c="dimmed" size="sm" mt={4}>
          起始模板就是系统版式，占位符写在各项内容的位置上，如“{'{标题}'}
          ”；可以移动、改字体、加固定文字。试打印用虚构的内容，标明“样张”。
        </Text>
        <Failure error={error} />
        {said !== '' && (
          <Text size="sm" role="status">
            {said}
          </Text>
        )}
      </section>
      <TemplateUpload kind={kind} />
      <Versions kind={kind} versions={versions} onTake={take} />
      <TemplateFields fields={fields} />
    </>
  )
}

type Taking = (what: 'export' | 'try', version: number | null) => Promise<void>

function useTaking(kind: string) {
  const desk = useDesk()
  const [error, setError] = useState<unknown>(null)
  const [said, setSaid] = useState('')
  const take: Taking = async (what, version) => {
    setError(null)
    try {
      const method = what === 'export' ? 'templates.export' : 'templates.try'
      const { fileName, bytes } = await desk(method, { kind, version })
      saveWordFile(fileName, bytes)
      setSaid(`已保存“${fileName}”，请用 Word 或 WPS 打开。`)
    } catch (thrown) {
      setError(thrown)
    }
  }
  return { take, error, said }
}

type VersionsProps = {
  readonly kind: string
  readonly versions: Shown['versions']
  readonly onTake: Taking
}

function Versions({ kind, versions, onTake }: VersionsProps) {
  const choose = useDeskMutation('templates.choose')
  const chosen = versions.find((version) => version.chosen)
  const use = (version: number | null) => choose.mutate({ kind, version })
  return (
    <section aria-label="版本">
      <Group justify="space-between" mb={4}>
        <Title order={2} size="h4">
          版本
        </Title>
        {chosen !== undefined && (
          <Button variant="default" size="compact-sm" loading={choose.isPending} onClick={() => use(null)}>
            使用系统版式
          </Button>
        )}
      </Group>
      <Text role="status">
        {chosen === undefined ? '现在使用系统版式。' : `现在使用本单位模板第${chosen.version}版。`}
      </Text>
      <Failure error={choose.error} />
      {versions.length === 0 ? (
        <Text c="dimmed">还没有上传过模板。</Text>
      ) : (
        <VersionTable versions={versions} onUse={use} onTake={onTake} />
      )}
    </section>
  )
}

type TableProps = Pick<VersionsProps, 'versions' | 'onTake'> & { readonly onUse: (version: number) => void }

function VersionTable({ versions, onUse, onTake }: TableProps) {
  return (
    <table className={classes['table']}>
      <thead>
        <tr>
          <th scope="col">版本</th>
          <th scope="col">文件</th>
          <th scope="col">说明</th>
          <th scope="col">上传</th>
          <th scope="col">操作</th>
        </tr>
      </thead>
      <tbody>
        {versions.map(({ version, name, note, savedAt, savedBy, chosen }) => (
          <tr key={version}>
            <td>
              第{version}版{chosen && '（现用）'}
            </td>
            <td>{name}</td>
            <td>{note}</td>
            <td>
              <InstantText at={savedAt} /> {savedBy}
            </td>
            <td>
              <Group gap="xs" wrap="nowrap">
                {!chosen && (
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={`启用第${version}版`}
                    onClick={() => onUse(version)}
                  >
                    启用
                  </Button>
                )}
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={`试打印第${version}版`}
                  onClick={() => void onTake('try', version)}
                >
                  试打印
                </Button>
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={`导出第${version}版`}
                  onClick={() => void onTake('export', version)}
                >
                  导出
                </Button>
              </Group>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
