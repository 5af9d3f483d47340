import { COLOURS, GRID, IMPRINT, LETTER, organLine, PAGE_NUMBER } from '../../../shared/documents/gbt9704.ts'
import type { StyleSet } from './styles.ts'

const { characterSpacingTwips, lineTwips } = GRID
const body = { size: GRID.bodySize, line: lineTwips, characterSpacing: characterSpacingTwips }

/** 文件, 信函 and 纪要格式: 三号仿宋, 22 lines of 28 characters. */
export const TEXT_STYLES: StyleSet = {
  Normal: { name: 'Normal', face: 'fangsong', align: 'both', ...body },
  BodyText: { name: '公文正文', face: 'fangsong', align: 'both', ...body, indented: true },
  Organ: {
    name: '发文机关标志',
    face: 'biaosong',
    size: LETTER.organSize,
    line: organLine(LETTER.organSize),
    align: 'center',
    colour: COLOURS.red,
  },
  DocumentNumber: { name: '发文字号', face: 'fangsong', align: 'right', ...body },
  Mark: { name: '密级和紧急程度', face: 'hei', align: 'left', ...body },
  Rule: { name: '红色双线', face: 'song', size: 1, line: LETTER.ruleSpace * 20, align: 'center' },
  PaperTitle: {
    name: '公文标题',
    face: 'biaosong',
    size: LETTER.titleSize,
    line: LETTER.titleLineTwips,
    align: 'center',
    keepNext: true,
  },
  Addressee: { name: '主送机关', face: 'fangsong', align: 'left', ...body },
  Heading1: { name: 'heading 1', face: 'hei', align: 'both', ...body, indented: true, keepNext: true },
  Heading2: { name: 'heading 2', face: 'kai', align: 'both', ...body, indented: true, keepNext: true },
  Heading3: { name: 'heading 3', face: 'fangsong', align: 'both', ...body, indented: true, keepNext: true },
  Heading4: { name: 'heading 4', face: 'fangsong', align: 'both', ...body, indented: true, keepNext: true },
  Attachments: { name: '附件说明', face: 'fangsong', align: 'left', ...body, keepNext: true },
  SignatureLine: { name: '署名和日期', face: 'fangsong', align: 'right', ...body, keepNext: true },
  PaperNote: { name: '附注', face: 'fangsong', align: 'both', ...body, indented: true },
  Attendance: { name: '出席名单', face: 'fangsong', align: 'left', ...body },
  AnnexLabel: { name: '附件标识', face: 'hei', align: 'left', ...body, keepNext: true },
  RedRule: {
    name: '红色分隔线',
    face: 'song',
    size: 1,
    line: lineTwips,
    align: 'center',
    colour: COLOURS.red,
  },
  Imprint: {
    name: '版记',
    face: 'fangsong',
    size: IMPRINT.size,
    line: IMPRINT.lineTwips,
    align: 'left',
  },
  ImprintRule: {
    name: '版记分隔线',
    face: 'song',
    size: 1,
    line: IMPRINT.ruleLineTwips,
    align: 'left',
  },
  ImprintRoom: { name: '版记位置', face: 'song', size: 1, line: lineTwips, align: 'left' },
  PageNumber: {
    name: '页码',
    face: 'song',
    size: PAGE_NUMBER.size,
    line: PAGE_NUMBER.size * 20,
    align: 'left',
  },
}
