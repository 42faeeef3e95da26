import { pathTo } from '#platform/web/path.ts'

export const cheminDesReglages = (): string => pathTo('/delais')
