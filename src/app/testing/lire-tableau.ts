import { inflateRawSync } from 'node:zlib'

/** Reads a CSV the way a spreadsheet does: semicolons, doubled quotes, lines inside quotes. */
export function lireCsv(texte: string): string[][] {
  const lignes: string[][] = [[]]
  for (const [, cellule = '', fin = ''] of texte.matchAll(/("(?:[^"]|"")*"|[^;\r\n]*)(;|\r\n|$)/g)) {
    lignes.at(-1)?.push(cellule.startsWith('"') ? cellule.slice(1, -1).replaceAll('""', '"') : cellule)
    if (fin === '\r\n') lignes.push([])
  }
  return lignes.filter((l) => l.length > 1)
}

/** A part of an archive by its name, through the central directory. */
function partieDe(octets: Buffer, nom: string): string {
  for (let i = octets.indexOf('PK\x01\x02'); i >= 0; i = octets.indexOf('PK\x01\x02', i + 4)) {
    const longueur = octets.readUInt16LE(i + 28)
    if (octets.toString('utf8', i + 46, i + 46 + longueur) !== nom) continue
    const debut = octets.readUInt32LE(i + 42)
    const donnees = debut + 30 + octets.readUInt16LE(debut + 26) + octets.readUInt16LE(debut + 28)
    return inflateRawSync(octets.subarray(donnees, donnees + octets.readUInt32LE(i + 20))).toString('utf8')
  }
  throw new Error(`no ${nom}`)
}

const ENTITES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }

/** The rows of a workbook of one sheet, by column letter; numbers as numbers. */
export function lireClasseur(octets: Buffer): Record<string, string | number>[] {
  const xml = partieDe(octets, 'xl/worksheets/sheet1.xml')
  return [...xml.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, rang = '']) =>
    Object.fromEntries(
      [
        ...rang.matchAll(/<c r="([A-Z]+)\d+"[^>]*>(?:<v>([^<]*)<\/v>|<is><t[^>]*>([^<]*)<\/t><\/is>)<\/c>/g),
      ].map(([, lettre = '', nombre, texte = '']) => [
        lettre,
        nombre === undefined
          ? texte.replace(/&(amp|lt|gt|quot);/g, (_tout, nom: string) => ENTITES[nom] ?? '')
          : Number(nombre),
      ]),
    ),
  )
}
