/** A formatter made once per zone: making one costs far more than using it. Throws RangeError on an unknown zone. */
export function formatParFuseau(
  langue: string,
  options: Intl.DateTimeFormatOptions,
): (fuseau: string) => Intl.DateTimeFormat {
  const formats = new Map<string, Intl.DateTimeFormat>()
  return (fuseau) => {
    const connu = formats.get(fuseau)
    if (connu !== undefined) return connu
    const format = new Intl.DateTimeFormat(langue, { ...options, timeZone: fuseau })
    formats.set(fuseau, format)
    return format
  }
}
