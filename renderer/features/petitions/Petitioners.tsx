import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { mayCall } from '../../../shared/contract/api.ts'
import { GENDERS, ID_TYPES, IDENTITIES } from '../../../shared/domain/visit.ts'
import { useSession } from '../../bridge/desk-context.tsx'
import { useDeskMutation } from '../../bridge/use-desk-mutation.ts'
import { Failure } from '../../ui/Failure.tsx'
import { useShortcut } from '../../ui/shortcuts.tsx'
import type { PetitionView } from '../../ui/steps/petition-view.ts'
import { Facts, Section } from './Section.tsx'

type Person = PetitionView['visit']['petitioners'][number]

/** 信访人, masked until somebody asks to see them, which the journal remembers. */
export function Petitioners({ petition }: { readonly petition: PetitionView }) {
  const reveal = useDeskMutation('petitions.reveal')
  const [revealed, setRevealed] = useState<readonly Person[] | null>(null)
  const people = revealed ?? petition.visit.petitioners

  async function show() {
    try {
      setRevealed((await reveal.mutateAsync({ number: petition.number })).visit.petitioners)
    } catch {
      // Shown below from `error`.
    }
  }

  const shown = revealed !== null
  const toggle = () => (shown ? setRevealed(null) : void show())
  const mayReveal = mayCall('petitions.reveal', useSession().me.roles)
  const hasPeople = mayReveal && people.some(({ name, phone }) => name !== '' || phone !== '')
  useShortcut('V', shown ? '隐去信访人信息' : '查看信访人信息（会记录）', toggle, { enabled: hasPeople })

  return (
    <Section
      title="信访人"
      action={
        hasPeople && (
          <Button variant="default" size="xs" loading={reveal.isPending} onClick={toggle} title="V">
            {shown ? '隐去' : '查看（会记录）'}
          </Button>
        )
      }
    >
      <Failure error={reveal.error} />
      {petition.visit.anonymous && <Text>匿名反映，没有留下姓名和电话。</Text>}
      {people.map((person, index) => (
        <Group key={index} mt={index > 0 ? 'sm' : 0} align="start">
          <PersonFacts person={person} representative={petition.group && people.length > 1} />
        </Group>
      ))}
    </Section>
  )
}

function PersonFacts({
  person,
  representative,
}: {
  readonly person: Person
  readonly representative: boolean
}) {
  return (
    <Facts
      facts={[
        [representative ? '代表' : '姓名', person.name],
        ['性别', person.gender === null ? '' : GENDERS[person.gender]],
        ['身份', IDENTITIES[person.identity]],
        [person.identity === 'student' ? '学号' : '工号', person.studentNumber],
        ['所在单位', person.organisation],
        ['联系电话', person.phone],
        [ID_TYPES[person.idType], person.idNumber],
        ['出生年月', person.bornOn],
        ['通讯地址', person.address],
        ['电子邮箱', person.email],
      ]}
    />
  )
}
