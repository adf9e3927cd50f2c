// A component for Vue 3.

import { cssOf } from '../looks.js';
import { indented, linesBeforeShared, optionLines, preloadCall } from './options.js';

export function vue(settings, context) {
  return settings.place === 'inline' ? inline(settings, context) : modal(settings, context);
}

function modal(settings, context) {
  const after = ['', 'const { sign, phase, outcome, error } = useDocumentologSign(options);'];
  return `<script setup lang="ts">
import type { SignOptions } from 'documentolog-embed';
${preloadImport(settings)}import { useDocumentologSign } from 'documentolog-embed/vue';

${script(settings, context, after)}</script>

<template>
  <button :disabled="phase !== 'idle' && phase !== 'ended'"${preloadHandler(settings)} @click="sign">Sign</button>
  <p role="status">{{ outcome?.type ?? error?.message }}</p>
</template>
${style(settings)}`;
}

function inline(settings, context) {
  const after = [
    '',
    'const isOpen = ref(false);',
    "const result = ref('');",
    'function end(text: string) {',
    '  result.value = text;',
    '  isOpen.value = false;',
    '}',
  ];
  return `<script setup lang="ts">
import type { Diagnostic, SessionEvent, SignOptions } from 'documentolog-embed';
${preloadImport(settings)}import { DocumentologSign } from 'documentolog-embed/vue';
import { ref } from 'vue';

${script(settings, context, after)}</script>

<template>
  <button :disabled="isOpen"${preloadHandler(settings)} @click="isOpen = true">Sign</button>
  <DocumentologSign
    v-if="isOpen"
    v-bind="options"
    @event="onEvent"
    @diagnostic="onDiagnostic"
    @signed="({ type }) => end(type)"
    @already-signed="({ type }) => end(type)"
    @closed="({ type }) => end(type)"
    @failed="({ error }) => end(error.message)"
  />
  <p role="status">{{ result }}</p>
</template>
${style(settings)}`;
}

/** Inline, the options are props and the two callbacks events. */
function script(settings, context, after) {
  const isInline = settings.place === 'inline';
  const options = optionLines(settings, context).filter((line) => !isInline || !/^on[A-Z]/.test(line));
  const lines = [
    ...linesBeforeShared(settings),
    'const options: SignOptions = {',
    ...options.map((line) => `  ${line}`),
    '};',
    ...(isInline
      ? ['const onEvent = (event: SessionEvent) => console.log(event);', 'const onDiagnostic = (diagnostic: Diagnostic) => console.log(diagnostic);']
      : []),
    ...(settings.preload ? [`const warmUp = () => ${preloadCall(settings, context)};`] : []),
    ...after,
  ];
  return `${indented(lines, 0)}\n`;
}

function preloadImport(settings) {
  return settings.preload ? "import { preload } from 'documentolog-embed';\n" : '';
}

function preloadHandler(settings) {
  return settings.preload ? ' @pointerenter="warmUp"' : '';
}

function style(settings) {
  const css = cssOf(settings);
  return css && `\n<style>\n${css}\n</style>\n`;
}
