import { Alert, Box, Button, Checkbox, FileButton, Group, Text, TextInput, Title } from '@mantine/core'
import { type DragEvent, useRef, useState } from 'react'
import { useDesk } from '../../bridge/desk-context.tsx'
import { useDeskMutation } from '../../bridge/use-desk-mutation.ts'
import { Failure } from '../../ui/Failure.tsx'
import { saveWordFile } from '../../ui/paper/save-file.ts'
import { classes } from './classes.ts'
import { type Findings, type TemplateFile, useTemplateFile } from './use-template-file.ts'

const WORD = '.docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** A file is chosen or dropped here, checked at once, and kept only without findings. */
export function TemplateUpload({ kind }: { readonly kind: string }) {
  const { file, findings, busy, error, choose, forget } = useTemplateFile(kind)
  const [over, setOver] = useState(false)
  const [saved, setSaved] = useState('')
  const choosing = useRef<HTMLButtonElement>(null)
  const drag = (inside: boolean) => (event: DragEvent) => {
    event.preventDefault()
    setOver(inside)
  }
  return (
    <section
      aria-label="上传模板"
      className={classes['drop']}
      data-over={over || undefined}
      onDragOver={drag(true)}
      onDragLeave={drag(false)}
      onDrop={(event) => {
        drag(false)(event)
        setSaved('')
        choose(event.dataTransfer.files[0] ?? null)
      }}
    >
      <Title order={2} size="h4">
        上传模板
      </Title>
      <Group gap="xs" mt={4}>
        <FileButton
          onChange={(chosen) => {
            setSaved('')
            choose(chosen)
          }}
          accept={WORD}
          inputProps={{ 'aria-label': '模板文件' }}
        >
          {(props) => (
            // Not switched off while the check runs: it would lose the focus.
            <Button {...props} ref={choosing} variant="default">
              选择 Word 文件…
            </Button>
          )}
        </FileButton>
        <Text c="dimmed" size="sm" role="status">
          {busy ? '正在检查文件…' : '也可以把 .docx 文件拖到这里。先检查，不会直接启用。'}
        </Text>
      </Group>
      <Below error={error} />
      {file !== null && findings !== null && findings.length > 0 && (
        <FindingList name={file.name} findings={findings} />
      )}
      {file !== null && findings?.length === 0 && (
        <Passed
          kind={kind}
          file={file}
          onSaved={(sentence) => {
            setSaved(sentence)
            forget()
            choosing.current?.focus()
          }}
        />
      )}
      {saved !== '' && (
        <Text mt="xs" role="status">
          {saved}
        </Text>
      )}
    </section>
  )
}

/** A refusal, apart from the buttons above it. */
function Below({ error }: { readonly error: unknown }) {
  return error === null ? null : (
    <Box mt="xs">
      <Failure error={error} />
    </Box>
  )
}

function FindingList({ name, findings }: { readonly name: string; readonly findings: Findings }) {
  return (
    <Alert
      color="red"
      variant="outline"
      role="alert"
      mt="xs"
      title={`“${name}”有 ${findings.length} 处要改，改好后重新选择`}
    >
      <ol className={classes['findings']}>
        {findings.map(({ place, near, says, meant }) => (
          <li key={`${place}${near}${says}`}>
            {place !== '' && <strong>{place}：</strong>}
            {says}
            {meant !== null && `，是不是“{${meant}}”？`}
            {near !== '' && (
              <Text size="sm" c="dimmed">
                {near}
              </Text>
            )}
          </li>
        ))}
      </ol>
    </Alert>
  )
}

type PassedProps = {
  readonly kind: string
  readonly file: TemplateFile
  readonly onSaved: (sentence: string) => void
}

function Passed({ kind, file, onSaved }: PassedProps) {
  const desk = useDesk()
  const save = useDeskMutation('templates.save')
  const [note, setNote] = useState('')
  const [use, setUse] = useState(true)
  const [error, setError] = useState<unknown>(null)

  async function print() {
    try {
      const { fileName, bytes } = await desk('templates.try', { kind, file })
      saveWordFile(fileName, bytes)
    } catch (thrown) {
      setError(thrown)
    }
  }

  async function keep() {
    try {
      const { version } = await save.mutateAsync({ kind, file, note, use })
      onSaved(
        use ? `已保存为第${version}版并启用，以后印发的文书使用它。` : `已保存为第${version}版，还没有启用。`,
      )
    } catch {
      // Shown below from `error`.
    }
  }

  return (
    <>
      <Text role="status" mt="xs">
        “{file.name}”检查通过，用样例试填成功。
      </Text>
      <Group align="end" gap="sm" mt={4}>
        <TextInput
          label="版本说明"
          placeholder="如：按新机关名称调整"
          w={320}
          // It appears after the file was chosen: the hand goes on here.
          autoFocus
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Checkbox
          label="保存后启用"
          mb={8}
          checked={use}
          onChange={(event) => setUse(event.currentTarget.checked)}
        />
        <Button variant="default" onClick={() => void print()}>
          试打印
        </Button>
        <Button onClick={() => void keep()} loading={save.isPending}>
          保存模板
        </Button>
      </Group>
      <Below error={error ?? save.error} />
    </>
  )
}
