import { Button, Group, Text } from '@mantine/core'
import classes from './rating.module.css'

/** Said when there is nothing (more) to press. */
export function RatingEnd({ words, onBack }: { readonly words: string; readonly onBack: () => void }) {
  return (
    <>
      <Text className={classes['thanks'] ?? ''} role="status">
        {words}
      </Text>
      <Group>
        <Button size="md" autoFocus onClick={onBack} title="Esc">
          返回
        </Button>
      </Group>
    </>
  )
}
