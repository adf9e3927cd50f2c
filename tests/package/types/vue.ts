import { DocumentologSign, useDocumentologSign } from 'documentolog-embed/vue';
import { h, ref } from 'vue';

const token = ref('a');
const { sign, phase, outcome, error } = useDocumentologSign(() => ({ token: token.value }));
sign().close();
if (outcome.value?.type === 'signed') console.log(outcome.value.method, phase.value, error.value?.code);
// @ts-expect-error what the session says is not to be changed.
phase.value = 'ended';

export const tree = [
  h(DocumentologSign, { token: () => 'a', modal: true, onSigned: ({ method }) => console.log(method) }),
  h(DocumentologSign, { token: 'a', onAlreadySigned: ({ confirmed }) => console.log(confirmed) }),
  // @ts-expect-error that is not what the event has.
  h(DocumentologSign, { token: 'a', onClosed: ({ method }) => method }),
  // @ts-expect-error a number is no title.
  h(DocumentologSign, { token: 'a', title: 1 }),
];
