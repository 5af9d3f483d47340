import { type CSSVariablesResolver, createTheme, type MantineColorsTuple, rem } from '@mantine/core'
import { chooseByEnter, chooseByEnterOrTab } from '../ui/choose-highlighted.ts'

/** Deep blue: shade 7 holds 8 : 1 on white, shade 4 holds 6 : 1 on the dark ground. */
const blue: MantineColorsTuple = [
  '#eef4fb',
  '#dbe6f4',
  '#b4cbe8',
  '#8aaedc',
  '#79a6dd',
  '#4a7fc1',
  '#2f66ab',
  '#1f4f8f',
  '#194276',
  '#12335d',
]

const FONTS = [
  '"Microsoft YaHei UI"',
  '"Microsoft YaHei"',
  '"PingFang SC"',
  '"Noto Sans CJK SC"',
  '"Source Han Sans SC"',
  '"WenQuanYi Micro Hei"',
  'system-ui',
  'sans-serif',
].join(', ')

/** Nothing moves unless the user moved it. */
const still = { transitionProps: { duration: 0 } }
/** Tabbing through a form opens no lists: typing does, and the arrows. */
const quietCombobox = { comboboxProps: still, openOnFocus: false }

export const theme = createTheme({
  primaryColor: 'blue',
  primaryShade: { light: 7, dark: 6 },
  colors: { blue },
  fontFamily: FONTS,
  fontFamilyMonospace: `"Cascadia Mono", "DejaVu Sans Mono", Consolas, ${FONTS}`,
  fontSizes: { xs: rem(12), sm: rem(14), md: rem(14), lg: rem(16), xl: rem(20) },
  lineHeights: { xs: '1.4', sm: '1.5', md: '1.5', lg: '1.5', xl: '1.4' },
  headings: {
    fontFamily: FONTS,
    fontWeight: '600',
    sizes: {
      h1: { fontSize: rem(20), lineHeight: '1.4' },
      h2: { fontSize: rem(16), lineHeight: '1.5' },
      h3: { fontSize: rem(14), lineHeight: '1.5' },
    },
  },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Modal: {
      defaultProps: {
        ...still,
        centered: true,
        closeButtonProps: { 'aria-label': '关闭' },
        // Its `header` element would else count as a second banner of the page.
        attributes: { header: { role: 'presentation' } },
      },
    },
    // A name on an element without a role is heard by nobody.
    Loader: { defaultProps: { role: 'status' } },
    Popover: { defaultProps: still },
    Menu: { defaultProps: still },
    Tooltip: { defaultProps: { ...still, openDelay: 400 } },
    Select: {
      defaultProps: {
        ...quietCombobox,
        nothingFoundMessage: '没有符合的',
        allowDeselect: false,
        onKeyDownCapture: chooseByEnterOrTab,
      },
    },
    MultiSelect: {
      defaultProps: { ...quietCombobox, nothingFoundMessage: '没有符合的', onKeyDownCapture: chooseByEnter },
    },
    Autocomplete: { defaultProps: quietCombobox },
    DateInput: { defaultProps: { popoverProps: still } },
    Checkbox: { defaultProps: { radius: 'sm' } },
    Button: { defaultProps: { size: 'sm' } },
  },
})

/** What Mantine leaves too pale for 4.5 : 1, and the two colours that mean something: red overdue, amber today. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#59626c',
    '--mantine-color-placeholder': '#6b747e',
    '--mantine-color-error': '#b3261e',
    '--mantine-color-red-outline': '#b3261e',
    '--mantine-color-red-text': '#b3261e',
    '--mantine-color-anchor': '#1f4f8f',
    '--desk-overdue': '#b3261e',
    '--desk-due-today': '#8a5300',
    '--desk-line': '#dde2e7',
    '--desk-quiet-ground': '#f4f6f8',
    '--desk-active-ground': '#e3edf8',
    '--desk-mark-ground': '#ffec99',
    '--desk-table-ground': '#e4e7eb',
  },
  dark: {
    '--mantine-color-dimmed': '#a9b1ba',
    '--mantine-color-placeholder': '#98a1aa',
    '--mantine-color-error': '#ff8a80',
    '--mantine-color-red-outline': '#ff8a80',
    '--mantine-color-red-text': '#ff8a80',
    '--mantine-color-anchor': '#8fb8ea',
    '--desk-overdue': '#ff8a80',
    '--desk-due-today': '#f2b84b',
    '--desk-line': '#3a3f45',
    '--desk-quiet-ground': '#1f2226',
    '--desk-active-ground': '#22364f',
    '--desk-mark-ground': '#5c4a00',
    '--desk-table-ground': '#2b3036',
  },
})
