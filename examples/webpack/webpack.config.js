import { cpSync } from 'node:fs';

export default {
  entry: './src/main.js',
  output: { filename: 'main.js', clean: true },
  plugins: [
    { apply: (compiler) => compiler.hooks.done.tap('page', () => cpSync('src/index.html', 'dist/index.html')) },
  ],
};
