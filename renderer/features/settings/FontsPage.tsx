import { Page } from '../../ui/Page.tsx'
import { FontsSection } from './FontsSection.tsx'

/** 字体 for whoever prints; the administrator has it among the settings. */
export function FontsPage() {
  return (
    <Page title="字体">
      <FontsSection />
    </Page>
  )
}
