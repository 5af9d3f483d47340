/** Checks of numbers people read out at the counter. Each returns a Chinese sentence, or null when the number is fine. */

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK_DIGITS = '10X98765432'

/** Resident identity number, GB 11643-1999: six of region, eight of birth, three of order, one check digit. */
export function residentIdProblem(text: string): string | null {
  const id = text.toUpperCase()
  if (!/^\d{17}[\dX]$/.test(id)) return '身份证号码应为 18 位，末位可为 X，请核对'
  if (!isBirthDate(id.slice(6, 14))) return '身份证号码中的出生日期不存在，请核对第 7 至 14 位'
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(id[i]), 0)
  return id[17] === CHECK_DIGITS[sum % 11] ? null : '身份证号码校验位不符，请逐位核对'
}

function isBirthDate(digits: string): boolean {
  const text = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`
  const ms = Date.parse(`${text}T00:00:00Z`)
  return (
    !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text) && Number(digits.slice(0, 4)) >= 1900
  )
}

/** A mainland mobile number, or a landline with area code and optional extension. */
export function phoneProblem(text: string): string | null {
  const digits = text.replaceAll(/[\s-]/g, '')
  if (/^1[3-9]\d{9}$/.test(digits)) return null
  if (/^0\d{9,11}(?:[x转#]\d{1,6})?$/.test(digits)) return null
  if (/^\d{7,8}$/.test(digits)) return null
  return '电话号码不对：手机应为 1 开头的 11 位数字，座机请带区号，请核对'
}

export function emailProblem(text: string): string | null {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? null : '电子邮箱格式不对，应形如 name@example.com，请核对'
}
