// A page without a framework or a bundler.

import { cssOf } from '../looks.js';
import { indented, linesBefore, optionLines, preloadCall } from './options.js';

export function html(settings, context) {
  const isInline = settings.place === 'inline';
  const names = [isInline ? 'mount' : 'sign', ...(settings.preload ? ['preload'] : [])].sort();
  const css = cssOf(settings, 6);
  const open = isInline ? "mount('#place', options)" : 'sign(options)';
  const script = [
    `import { ${names.join(', ')} } from 'documentolog-embed';`,
    '',
    "const button = document.querySelector('#open');",
    "const result = document.querySelector('#result');",
    ...(settings.preload ? [`button.addEventListener('pointerenter', () => ${preloadCall(settings, context)});`] : []),
    "button.addEventListener('click', async () => {",
    ...(isInline ? ['  button.disabled = true;'] : []),
    ...linesBefore(settings).map((line) => `  ${line}`),
    '  const options = {',
    ...optionLines(settings, context).map((line) => `    ${line}`),
    '  };',
    '  try {',
    `    const outcome = await ${open}.outcome;`,
    '    result.textContent = outcome.type;',
    '  } catch (error) {',
    '    result.textContent = `${error.code}: ${error.message}`;',
    '  }',
    ...(isInline ? ['  button.disabled = false;'] : []),
    '});',
    'button.disabled = false;',
  ];
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>A contract</title>
    <script type="importmap">
      { "imports": { "documentolog-embed": "/node_modules/documentolog-embed/index.js" } }
    </script>${css && `\n    <style>\n${css}\n    </style>`}
  </head>
  <body>
    <button id="open" disabled>Sign</button>${isInline ? '\n    <div id="place"></div>' : ''}
    <p id="result" role="status"></p>
    <script type="module">
${indented(script, 6)}
    </script>
  </body>
</html>
`;
}
