/** Ways from an issued paper to the printer. */
export const PRINT_ROUTES = ['window', 'word', 'libreoffice'] as const

export type PrintRoute = (typeof PRINT_ROUTES)[number]

export const PRINT_ROUTE_NAMES: Readonly<Record<PrintRoute, string>> = {
  window: '从预览打印',
  word: '用 Word、WPS 打开后打印',
  libreoffice: '用 LibreOffice 打印',
}
