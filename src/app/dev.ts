import { createServer } from 'vite'
import { lireConfig } from './config.ts'
import { demarrer } from './demarrer.ts'

/** The application on the fictional data, its screens compiled as they change: one port, one origin. */
const config = lireConfig(process.env, { demo: true })
await demarrer(config, {
  demonstration: true,
  servir: async (app) => {
    const vite = await createServer({
      configFile: 'vite.config.ts',
      server: { middlewareMode: true, hmr: { server: app.server } },
      appType: 'spa',
    })
    app.addHook('onClose', () => vite.close())
    app.setNotFoundHandler((request, reply) => {
      reply.hijack()
      vite.middlewares(request.raw, reply.raw)
    })
  },
})
