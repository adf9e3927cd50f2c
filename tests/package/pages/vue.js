import { DocumentologSign, useDocumentologSign } from 'documentolog-embed/vue';
import { KeepAlive, createApp, h, shallowRef } from 'vue';
import { keep, optionsOf } from './kept.js';

const state = shallowRef({ what: 'nothing', given: {} });

const Button = {
  props: ['given'],
  setup(props) {
    const hook = useDocumentologSign(() => ({
      onEvent: (event) => keep(props.given.generation, 'onEvent', event),
      ...optionsOf(props.given),
    }));
    window.hook = hook;
    return () => [
      h('button', { id: 'open', onClick: hook.sign }, 'Sign'),
      h('p', {
        id: 'state',
        'data-phase': hook.phase.value,
        'data-outcome': hook.outcome.value?.type,
        'data-error': hook.error.value?.code,
        'data-field': hook.error.value?.field,
      }),
    ];
  },
};

function component({ generation, ...given }) {
  const tell = (name) => (event) => keep(generation, name, event);
  return h(DocumentologSign, {
    class: 'place',
    style: 'height: 100%',
    ...optionsOf({ generation, ...given }),
    onEvent: tell('onEvent'),
    onSigned: tell('onSigned'),
    onClosed: tell('onClosed'),
    onFailed: tell('onFailed'),
  });
}

const kept = { kept: component, 'kept-hook': (given) => h(Button, { given }) };

createApp({
  render() {
    const { what, given } = state.value;
    if (what === 'hook') return h(Button, { given });
    // Whatever is shown in its place, the component is kept alive.
    if (what.startsWith('kept')) return h(KeepAlive, () => kept[what]?.(given) ?? h({ render: () => 'another' }));
    return what === 'component' ? component(given) : undefined;
  },
}).mount('#place');

window.render = (given, what = 'component') => (state.value = { what, given });
window.isLoaded = true;
