import { MantineProvider } from '@mantine/core'
import '@mantine/core/styles.css'
import { createRoot } from 'react-dom/client'
import { shareStyleNonce, styleNonce } from './bridge/style-nonce.ts'

// A placeholder until the screens are here.
shareStyleNonce()
const element = document.getElementById('root')
if (element !== null) {
  createRoot(element).render(
    <MantineProvider getStyleNonce={styleNonce}>
      <h1>信访接待台</h1>
    </MantineProvider>,
  )
}
