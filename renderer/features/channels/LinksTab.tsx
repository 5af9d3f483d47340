import { Anchor, Button, Group, Text, Title } from '@mantine/core'
import { useState } from 'react'
import type { Answer } from '../../../shared/contract/api.ts'
import { LINK_KINDS, type LinkKind } from '../../../shared/domain/channel-work.ts'
import { useHasRole } from '../../bridge/desk-context.tsx'
import { useDeskQuery } from '../../bridge/use-desk-query.ts'
import { Failure } from '../../ui/Failure.tsx'
import { useShortcut } from '../../ui/shortcuts.tsx'
import { MaybeDay } from './ChannelsTab.tsx'
import { ContactDialog } from './ContactDialog.tsx'
import { classes } from './classes.ts'
import { LinkDialog } from './LinkDialog.tsx'

type Links = Answer<'links.list'>
export type LinkView = Links['links'][number]

type Open =
  | { readonly kind: 'link'; readonly link: LinkView | null; readonly of: LinkKind }
  | { readonly kind: 'contact'; readonly link: LinkView }

const KINDS: readonly LinkKind[] = ['class', 'expert', 'student']

/** 联系制度: who keeps in touch with whom, who is still without a link, and when they last met. */
export function LinksTab() {
  const [open, setOpen] = useState<Open | null>(null)
  const { data, error, refetch } = useDeskQuery('links.list', undefined)
  const mayWrite = useHasRole('receptionist', 'clerk')
  useShortcut('N', '新增联系', () => setOpen({ kind: 'link', link: null, of: 'class' }), {
    enabled: mayWrite,
  })
  if (data === undefined) return <Failure error={error} onRetry={() => void refetch()} />
  return (
    <>
      <Missing missing={data.missing} />
      {KINDS.map((kind, index) => (
        <section key={kind} className={classes['section']}>
          <Group justify="space-between" mb="xs" wrap="nowrap">
            <Title order={2}>{LINK_KINDS[kind]}</Title>
            {mayWrite && (
              <Button
                variant={index === 0 ? 'filled' : 'default'}
                size={index === 0 ? 'sm' : 'compact-sm'}
                onClick={() => setOpen({ kind: 'link', link: null, of: kind })}
                title={index === 0 ? 'N' : undefined}
                aria-label={`${index === 0 ? '新增联系 N' : '新增'}：${LINK_KINDS[kind]}`}
              >
                {index === 0 ? '新增联系 N' : '新增'}
              </Button>
            )}
          </Group>
          <LinkTable
            links={data.links.filter((link) => link.kind === kind)}
            kind={kind}
            onOpen={mayWrite ? setOpen : null}
          />
        </section>
      ))}
      {open?.kind === 'link' && <LinkDialog link={open.link} of={open.of} onClose={() => setOpen(null)} />}
      {open?.kind === 'contact' && <ContactDialog link={open.link} onClose={() => setOpen(null)} />}
    </>
  )
}

function Missing({ missing }: { readonly missing: Links['missing'] }) {
  if (missing.length === 0) return null
  return (
    <section className={classes['section']} aria-label="还没有联系对象的">
      <Title order={2} className={classes['late'] ?? ''}>
        还没有联系对象的 {missing.length} 项
      </Title>
      {(['expert', 'class'] as const).map((kind) => {
        const who = missing.filter((each) => each.kind === kind)
        const [first] = who
        if (first === undefined) return null
        return (
          <Text key={kind}>
            {who.map((each) => each.who).join('、')}：{first.sentence}
          </Text>
        )
      })}
    </section>
  )
}

const PARTNER_WORDS: Readonly<Record<LinkKind, string>> = { class: '班级', expert: '专家', student: '学生' }

type TableProps = {
  readonly links: readonly LinkView[]
  readonly kind: LinkKind
  readonly onOpen: ((open: Open) => void) | null
}

function LinkTable({ links, kind, onOpen }: TableProps) {
  if (links.length === 0) return <Text c="dimmed">还没有记录{LINK_KINDS[kind]}。</Text>
  return (
    <table className={classes['table']}>
      <thead>
        <tr>
          <th scope="col">{PARTNER_WORDS[kind]}</th>
          <th scope="col">联系的领导</th>
          <th scope="col">单位</th>
          <th scope="col">开始</th>
          <th scope="col" className={classes['number']}>
            联系次数
          </th>
          <th scope="col">最近一次</th>
          <th scope="col">状态</th>
          {onOpen !== null && <th scope="col">记录</th>}
        </tr>
      </thead>
      <tbody>
        {links.map((link) => (
          <tr key={link.id}>
            <td>
              {onOpen === null ? (
                link.partner
              ) : (
                <Anchor
                  component="button"
                  type="button"
                  onClick={() => onOpen({ kind: 'link', link, of: kind })}
                >
                  {link.partner}
                </Anchor>
              )}
            </td>
            <td>{link.who}</td>
            <td>{link.unit}</td>
            <td className={classes['short']}>
              <MaybeDay day={link.since} />
            </td>
            <td className={classes['number']}>{link.contacts}</td>
            <td className={classes['short']}>
              {link.lastContactOn === null ? '还没有联系过' : <MaybeDay day={link.lastContactOn} />}
            </td>
            <td className={classes['short']}>{link.active ? '联系中' : '已结束'}</td>
            {onOpen !== null && (
              <td className={classes['short']}>
                {link.active && (
                  <Anchor
                    component="button"
                    type="button"
                    onClick={() => onOpen({ kind: 'contact', link })}
                    aria-label={`记一次联系：${link.partner}`}
                  >
                    记一次联系
                  </Anchor>
                )}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
