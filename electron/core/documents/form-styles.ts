import { FORM, SLIP } from '../../../shared/documents/gbt9704.ts'
import type { StyleSet } from './styles.ts'

/** 表单: 小四仿宋 in a ruled table. */
export const FORM_STYLES: StyleSet = {
  Normal: { name: 'Normal', face: 'fangsong', size: FORM.textSize, line: FORM.lineTwips, align: 'both' },
  BodyText: {
    name: '公文正文',
    face: 'fangsong',
    size: FORM.textSize,
    line: FORM.lineTwips,
    align: 'both',
    indented: true,
  },
  Addressee: {
    name: '主送机关',
    face: 'fangsong',
    size: FORM.textSize,
    line: FORM.lineTwips,
    align: 'left',
    keepNext: true,
  },
  Mark: { name: '密级和紧急程度', face: 'hei', size: FORM.textSize, line: FORM.lineTwips, align: 'left' },
  Heading1: {
    name: 'heading 1',
    face: 'hei',
    size: FORM.textSize,
    line: FORM.lineTwips,
    align: 'both',
    indented: true,
    before: FORM.headingBefore,
    keepNext: true,
  },
  Heading2: {
    name: 'heading 2',
    face: 'kai',
    size: FORM.textSize,
    line: FORM.lineTwips,
    align: 'both',
    indented: true,
    before: FORM.headingBefore,
    keepNext: true,
  },
  PaperTitle: {
    name: '表单标题',
    face: 'biaosong',
    size: FORM.titleSize,
    line: FORM.titleLineTwips,
    align: 'center',
    after: FORM.titleAfter,
    keepNext: true,
  },
  SignatureLine: {
    name: '署名和日期',
    face: 'fangsong',
    size: FORM.textSize,
    line: FORM.signatureLineTwips,
    align: 'right',
    keepNext: true,
  },
  PageNumber: {
    name: '页码',
    face: 'song',
    size: FORM.pageNumberSize,
    line: FORM.lineTwips,
    align: 'center',
  },
}

const dense = { size: FORM.denseSize, line: FORM.denseLineTwips }

/** Tables, with what stands above and below them. */
export const TABLE_STYLES: StyleSet = {
  Caption: {
    name: '表单编号',
    face: 'fangsong',
    size: FORM.captionSize,
    line: FORM.lineTwips,
    align: 'left',
    after: FORM.captionAfter,
    keepNext: true,
  },
  CellLabel: { name: '栏目', face: 'hei', size: FORM.labelSize, line: FORM.lineTwips, align: 'center' },
  CellText: { name: '栏目内容', face: 'fangsong', size: FORM.textSize, line: FORM.lineTwips, align: 'left' },
  CellSection: {
    name: '栏目组',
    face: 'hei',
    size: FORM.labelSize,
    line: FORM.lineTwips,
    align: 'left',
    keepNext: true,
  },
  DenseLabel: { name: '栏目（密）', face: 'hei', ...dense, align: 'center' },
  DenseText: { name: '栏目内容（密）', face: 'fangsong', ...dense, align: 'left' },
  DenseSection: { name: '栏目组（密）', face: 'hei', ...dense, align: 'left', keepNext: true },
  Remarks: {
    name: '说明',
    face: 'fangsong',
    size: FORM.remarkSize,
    line: FORM.remarkLineTwips,
    align: 'both',
  },
}

/** The tear-off slip looks alike in every format. */
export const SLIP_STYLES: StyleSet = {
  SlipHint: {
    name: '裁切线',
    face: 'fangsong',
    size: SLIP.hintSize,
    line: SLIP.hintLineTwips,
    align: 'center',
  },
  SlipTitle: {
    name: '回执标题',
    face: 'biaosong',
    size: SLIP.titleSize,
    line: SLIP.titleLineTwips,
    align: 'center',
  },
  SlipText: { name: '回执正文', face: 'fangsong', size: SLIP.textSize, line: SLIP.lineTwips, align: 'both' },
  SlipLabel: {
    name: '回执栏目',
    face: 'fangsong',
    size: SLIP.labelSize,
    line: SLIP.lineTwips,
    align: 'left',
  },
}
