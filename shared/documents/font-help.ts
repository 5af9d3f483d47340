import type { FontRole } from './font-check.ts'

export type FontPlatform = 'windows' | 'linux' | 'macos'

export const FONT_USES: Readonly<Record<FontRole, string>> = {
  fangsong: '正文',
  biaosong: '发文机关标志、标题',
  hei: '一级标题、表单栏目',
  kai: '二级标题',
  song: '页码',
  latin: '西文和数字',
}

/** Where an office gets a font it may use. None is offered for download: most of them are sold under licence. */
const SOURCES: Readonly<Record<FontRole, string>> = {
  fangsong:
    '仿宋_GB2312 是商用字体，随早期的中文 Windows 提供，现在随部分正版 WPS、Office 安装包或单位购买的字库提供；Windows 10、11 自带的“仿宋”可以代用。',
  kai: '楷体_GB2312 是商用字体，随早期的中文 Windows 提供，现在随部分正版 WPS、Office 安装包或单位购买的字库提供；Windows 10、11 自带的“楷体”可以代用。',
  hei: '黑体随中文 Windows 和 Office 提供；其他系统使用单位已取得授权的黑体，或系统自带的思源黑体代用。',
  biaosong:
    '方正小标宋简体是方正字库的商用字体，须由单位取得授权；已购买正版 WPS 单位版的，可在其字体库中启用。请向信息化部门领取安装文件。',
  song: '宋体随中文 Windows 和 Office 提供；其他系统使用单位已取得授权的宋体，或系统自带的思源宋体代用。',
  latin:
    'Times New Roman 随 Windows、Office 和 macOS 提供；Linux 上可安装字宽相同的 Liberation Serif（软件包 fonts-liberation）。',
}

const STEPS: Readonly<Record<FontPlatform, readonly string[]>> = {
  windows: [
    '从信息化部门领取字体文件（.ttf、.ttc 或 .otf）。',
    '在文件上按右键，选“为所有用户安装”；没有这项权限时选“安装”，只供本人使用。',
    '关闭并重新打开 Word、WPS，回到本页按“重新检查”。',
  ],
  linux: [
    '从信息化部门领取字体文件（.ttf、.ttc 或 .otf）。',
    '复制到主文件夹下的 .local/share/fonts 文件夹；没有就新建。供所有用户使用时请管理员放进 /usr/local/share/fonts。',
    '在终端运行 fc-cache -f，关闭并重新打开 WPS 或 LibreOffice，回到本页按“重新检查”。',
  ],
  macos: [
    '从信息化部门领取字体文件（.ttf、.ttc 或 .otf）。',
    '双击文件，在“字体册”中按“安装”。',
    '关闭并重新打开 Word、WPS，回到本页按“重新检查”。',
  ],
}

export function fontSource(role: FontRole): string {
  return SOURCES[role]
}

export function installSteps(platform: FontPlatform): readonly string[] {
  return STEPS[platform]
}
