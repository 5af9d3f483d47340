import { Alert, Button, Group } from '@mantine/core'
import { Component, type ReactNode } from 'react'

type Props = { readonly children: ReactNode }
type State = { readonly failed: boolean }

/** A fault in drawing one page must not take the others, or what was typed, with it. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { failed: false }

  static getDerivedStateFromError(): State {
    return { failed: true }
  }

  override render() {
    if (!this.state.failed) return this.props.children
    return (
      <Alert color="red" variant="outline" role="alert" title="这一页出了意外，没有显示出来。" m="lg">
        已保存的记录和草稿都在。请先重试；如果再次出现，请重新打开程序并告诉管理员。
        <Group mt="sm">
          <Button variant="default" onClick={() => this.setState({ failed: false })}>
            重试
          </Button>
          <Button variant="default" onClick={() => window.location.reload()}>
            重新载入窗口
          </Button>
        </Group>
      </Alert>
    )
  }
}
