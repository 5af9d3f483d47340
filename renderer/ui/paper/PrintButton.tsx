import { Button, Menu } from '@mantine/core'
import { PRINT_ROUTE_NAMES, PRINT_ROUTES } from '../../../shared/domain/print-routes.ts'
import type { Printing } from './use-printing.tsx'

type Props = { readonly printing: Printing; readonly disabled: boolean }

/** Prints the usual way; beside it every other one, and PDF. */
export function PrintButton({ printing, disabled }: Props) {
  const { route, busy } = printing
  return (
    <Button.Group>
      <Button
        // It appears after the dialog has given the focus away.
        autoFocus
        onClick={printing.print}
        loading={busy}
        disabled={disabled}
        title={`Ctrl+P，${PRINT_ROUTE_NAMES[route]}`}
      >
        打印
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button px={8} aria-label="其他打印方式" disabled={disabled || busy}>
            ▾
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>打印方式，选后本机照此打印</Menu.Label>
          {PRINT_ROUTES.map((each) => (
            <Menu.Item
              key={each}
              onClick={() => printing.printBy(each)}
              rightSection={each === route ? '✓' : null}
            >
              {PRINT_ROUTE_NAMES[each]}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item onClick={printing.savePdf}>存为 PDF</Menu.Item>
          <Menu.Item onClick={printing.look}>查看 PDF（不计取用）</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </Button.Group>
  )
}
