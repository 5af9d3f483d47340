import { Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { Answer } from '../../../shared/contract/api.ts'
import { classes } from './classes.ts'

type Field = Answer<'templates.show'>['fields'][number]

/** Every placeholder of a kind; pressing one copies it for Word. */
export function TemplateFields({ fields }: { readonly fields: readonly Field[] }) {
  const [copied, setCopied] = useState('')
  const copy = async (text: string) => {
    try {
      await navigator.clipboard.writeText(text)
      setCopied(`已复制 ${text}`)
    } catch {
      setCopied(`没能复制，请照着输入：${text}`)
    }
  }
  return (
    <section aria-label="占位符">
      <Title order={2} size="h4">
        可以使用的占位符
      </Title>
      <Text c="dimmed" size="sm">
        占位符用半角花括号，点一下就复制。没有值时填为空；“{'{#名称}'}…{'{/名称}'}
        ”之间的内容在没有值时整段不出现，有多行时逐行重复。
      </Text>
      <Text size="sm" role="status">
        {copied}
      </Text>
      <table className={classes['table']}>
        <thead>
          <tr>
            <th scope="col">占位符</th>
            <th scope="col">填入的内容</th>
            <th scope="col">要求</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <FieldRows key={field.name} field={field} onCopy={(text) => void copy(text)} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

type RowProps = { readonly field: Field; readonly onCopy: (text: string) => void }

function FieldRows({ field, onCopy }: RowProps) {
  const { name, explains, shape, requiredWith, mayBeEmpty, columns } = field
  const text = shape === 'rows' ? `{#${name}}{/${name}}` : `{${name}}`
  return (
    <>
      <tr>
        <td>
          <Placeholder text={text} onCopy={onCopy} />
        </td>
        <td>{explains}</td>
        <td>{needs(name, requiredWith, mayBeEmpty)}</td>
      </tr>
      {columns.map((column) => (
        <tr key={column.name}>
          <td className={classes['within']}>
            <Placeholder text={`{${column.name}}`} onCopy={onCopy} />
          </td>
          <td>
            “{name}”的一行里：{column.explains}
          </td>
          <td>{column.mayBeEmpty ? '可能为空' : ''}</td>
        </tr>
      ))}
    </>
  )
}

function Placeholder({ text, onCopy }: { readonly text: string; readonly onCopy: (text: string) => void }) {
  return (
    <button
      type="button"
      className={classes['placeholder']}
      aria-label={`复制 ${text}`}
      onClick={() => onCopy(text)}
    >
      {text}
    </button>
  )
}

function needs(name: string, requiredWith: readonly string[], mayBeEmpty: boolean): string {
  const others = requiredWith.filter((other) => other !== name)
  if (requiredWith.length > 0 && others.length === 0) return '必须有'
  if (others.length > 0) return `与${others.map((other) => `“${other}”`).join('、')}至少有一个`
  return mayBeEmpty ? '可能为空' : ''
}
