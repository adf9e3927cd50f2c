import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [vue()],
  // In development the back end of the examples runs beside Vite.
  server: { proxy: { '/api': 'http://localhost:3000' } },
});
