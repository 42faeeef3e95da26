import { main } from './rounds.ts'

await main('kill')
