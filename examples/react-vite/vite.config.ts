import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  // In development the back end of the examples runs beside Vite.
  server: { proxy: { '/api': 'http://localhost:3000' } },
});
